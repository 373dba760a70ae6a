package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.reminders.ReminderClock;
import org.insignia.server.claims.reminders.ReminderStops;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Badges that wait: accepted all at once or unasked, spoken of again, sent again, not arriving. */
@JourneyTest
class WaitingBadgesJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired ReminderStops stops;
  @Autowired ReminderClock reminders;
  @Autowired TestBadges badges;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("w" + UUID.randomUUID() + "@example.org");

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    this.academy = badges.academy();
  }

  private Visitor signedIn(EmailAddress as, Language language, boolean scripts) {
    var base = settings.baseUrl().toString();
    var visitor =
        scripts
            ? Visitor.with(browser, texts, language, base)
            : Visitor.withoutScripts(browser, texts, language, base);
    visitor
        .open("/sign-in")
        .type("accounts.address", as.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button");
    return visitor.isAt("/home");
  }

  private CredentialId offered(String uid, EmailAddress to) {
    var id = badges.issue(academy, uid, to, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  private PersonId person(EmailAddress of, Language language) {
    return accounts.createConfirmed("Ana", of, PASSWORD, language);
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void all_that_waits_is_accepted_at_once_and_what_comes_then_unasked_without_any_script() {
    var ana = person(address, Language.ES);
    offered("exam.a", address);
    offered("exam.b", address);
    try (var visitor = signedIn(address, Language.ES, false)) {
      visitor.follow("claims.home.all-at-once").reads("claims.auto.title");
      visitor.tick(visitor.page().locator("main form").first().getByLabel("Privada"));
      visitor.use(
          visitor.page().getByText(texts.plural(Language.ES, "claims.auto.accept-waiting", 2)));
      visitor.isAt("/home").sees(texts.plural(Language.ES, "claims.home.held", 2));
      assertThat(claims.held(ana))
          .extracting(Claim::visibility)
          .containsOnly(Claim.Visibility.PRIVATE);
      visitor.follow("claims.home.auto").press("claims.auto.turn-on").isAt("/home/auto-accept");
      visitor.sees(visitor.words("claims.auto.turned-on"));
      offered("certification.cloud", address);
      visitor.open("/home").sees(texts.plural(Language.ES, "claims.home.held", 3));
      visitor.follow("claims.home.auto").press("claims.auto.turn-off");
      visitor.sees(visitor.words("claims.auto.is-off"));
    }
  }

  @Test
  void the_page_of_accepting_unasked_in_every_look_and_by_keyboard() {
    person(address, Language.EN);
    offered("exam.a", address);
    offered("exam.b", address);
    try (var visitor = signedIn(address, Language.EN, true)) {
      Inspection.ofEveryLook(visitor, "claims-home-several");
      visitor.open("/home/auto-accept");
      Inspection.ofEveryLook(visitor, "claims-auto-accept");
      visitor.page().locator("main input[type=radio]").first().focus();
      visitor.page().keyboard().press("ArrowDown");
      visitor.page().keyboard().press("Tab");
      assertThat(visitor.focused())
          .isEqualTo(texts.plural(Language.EN, "claims.auto.accept-waiting", 2));
      visitor.page().keyboard().press("Enter");
      visitor.isAt("/home").sees(visitor.words("claims.visibility.private"));
    }
  }

  @WalkedEveryWay
  void reminders_end_by_the_button_of_the_mail_program_and_by_the_link_and_begin_again() {
    offered("certification.cloud", address);
    reminders.passTo(Instant.now().plus(Duration.ofDays(8)), academy.id());
    var stop = new Post(sink, address.value()).stopLink();
    try (var ana = Visitor.with(browser, texts, Language.IT, settings.baseUrl().toString())) {
      for (int look = 0; look < 3; look++) {
        ana.open(stop).reads("claims.stop.title");
      }
      assertThat(stops.isStopped(address)).isFalse();
      Inspection.ofEveryLook(ana, "claims-stop");
      ana.press("claims.stop.button").reads("claims.stop.stopped");
      Inspection.ofEveryLook(ana, "claims-stopped");
      assertThat(stops.isStopped(address)).isTrue();
      ana.press("claims.stop.resume").reads("claims.stop.title");
      assertThat(ana.page().context().cookies()).isEmpty();

      APIRequestContext program = ana.page().request();
      var answer =
          program.post(
              stop,
              RequestOptions.create()
                  .setForm(FormData.create().set("List-Unsubscribe", "One-Click")));
      assertThat(answer.ok()).isTrue();
      assertThat(stops.isStopped(address)).isTrue();
      ana.open("/reminders/stop/unknown").reads("claims.stop.unknown.title");
    }
  }

  @Test
  void mails_of_every_kind_are_readable_in_every_language_and_look() {
    for (var language : Language.values()) {
      var to = EmailAddress.of(language.name().toLowerCase(java.util.Locale.ROOT) + "-" + address);
      var id = badges.issue(academy, to, "Ana Núñez", language);
      Until.holds(() -> claims.of(id).isPresent());
      reminders.passTo(Instant.now().plus(Duration.ofDays(8)), academy.id());
      new Post(sink, to.value()).stopLink();
      try (var ana = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
        ana.open("/mailbox?to=" + to.value()).page().getByText("Read").first().click();
        ana.follow("mail.mailbox.html");
        Inspection.ofMail(ana, "mail-reminder-" + language.tag());
      }
    }
  }

  @WalkedEveryWay
  void staff_see_that_mail_does_not_arrive_and_why_and_send_it_again() {
    var staff = EmailAddress.of("staff-" + address.value());
    members.grant("test", person(staff, Language.EN).value(), academy.id(), Role.ADMIN);
    sink.refuse(address);
    var id = offered("certification.cloud", address);
    offered("exam.a", EmailAddress.of("other-" + address.value()));
    Until.holds(() -> sink.received().stream().anyMatch(m -> m.to().equals("other-" + address)));
    try (var visitor = signedIn(staff, Language.EN, true)) {
      visitor.open("/console/" + academy.slug() + "/badges").reads("claims.offers.title");
      Until.holds(() -> {
        visitor.page().reload();
        return visitor.page().getByText(visitor.words("claims.bounce.short")).count() == 1;
      });
      Inspection.ofEveryLook(visitor, "claims-offers");
      visitor.type("claims.offers.to", address.value()).press("claims.offers.find");
      visitor.use(visitor.page().locator("tbody td:first-child a"));
      visitor.isAt("/console/" + academy.slug() + "/badges/" + id.value());
      visitor.sees(visitor.words("claims.bounce.remedy.ADDRESS"));
      Inspection.ofEveryLook(visitor, "claims-offer-bounced");
      sink.takeAgain(address);
      visitor.press("claims.offer.resend").sees(visitor.words("claims.offer.done.resent"));
      new Post(sink, address.value()).claimLink();
      visitor.press("claims.offer.resend").press("claims.offer.resend");
      visitor.sees("sent often enough");
      Inspection.ofThisLook(visitor, "claims-offer-often");
    }
  }

  @WalkedEveryWay
  void administrators_set_the_days_of_reminders() {
    var staff = EmailAddress.of("staff-" + address.value());
    members.grant("test", person(staff, Language.EN).value(), academy.id(), Role.ADMIN);
    try (var visitor = signedIn(staff, Language.EN, true)) {
      visitor.open("/console/" + academy.slug() + "/reminders").reads("claims.reminders.title");
      Inspection.ofEveryLook(visitor, "claims-reminders");
      visitor.type("claims.reminders.days", "30, 7").press("claims.reminders.save");
      visitor.sees(visitor.words("claims.reminders.wrong", 5));
      assertThat(visitor.page().inputValue("#days")).isEqualTo("30, 7");
      Inspection.ofThisLook(visitor, "claims-reminders-wrong");
      visitor.type("claims.reminders.days", "3，10、20").press("claims.reminders.save");
      visitor.sees(visitor.words("claims.reminders.saved"));
      visitor.sees(texts.plural(Language.EN, "claims.reminders.after", 20));
    }
  }
}
