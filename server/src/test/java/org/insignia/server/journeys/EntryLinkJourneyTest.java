package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To one's badges without a password. */
@JourneyTest
class EntryLinkJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("e" + UUID.randomUUID() + "@example.org");
  private Post post;

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    this.post = new Post(sink, address.value());
    this.academy = badges.academy();
  }

  private Visitor visitor(Language language) {
    return Visitor.with(browser, texts, language, settings.baseUrl().toString());
  }

  private CredentialId offered(String uid) {
    var id = badges.issue(academy, uid, address, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    return id;
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_first_badge_is_accepted_by_a_mailed_link_and_looking_at_it_changes_nothing() {
    var id = offered("certification.cloud");
    try (var ana =
        Visitor.withoutScripts(browser, texts, Language.PT_BR, settings.baseUrl().toString())) {
      ana.open(post.claimLink());
      ana.tick(ana.page().getByLabel(ana.words("claims.visibility.private")));
      ana.press("claims.link.button").reads("claims.find.sent").sees(address.value());
      var link = post.entryLink();
      for (int look = 0; look < 5; look++) {
        ana.open(link).reads("claims.enter.title");
      }
      assertThat(accounts.ownerOf(address)).isEmpty();
      assertThat(ana.page().inputValue("#name")).isEqualTo("Ana Núñez");
      try (var scanner = visitor(Language.EN)) {
        Inspection.ofEveryLook(scanner.open(link), "claims-enter-new");
      }
      ana.type("claims.enter.name", " ").press("claims.enter.button");
      ana.sees(ana.words("accounts.name.wrong"));
      ana.type("claims.enter.name", "Ana Núñez").press("claims.enter.button").isAt("/home");
      ana.sees(ana.words("claims.visibility.private-text"));
      var claim = claims.of(id).orElseThrow();
      assertThat(claim.owner()).isEqualTo(accounts.ownerOf(address).orElseThrow());
      assertThat(claim.visibility()).isEqualTo(Claim.Visibility.PRIVATE);
      try (var eve = visitor(Language.EN)) {
        eve.open(link).reads("claims.entry.gone.title");
        Inspection.ofEveryLook(eve, "claims-entry-gone");
      }
    }
  }

  @WalkedEveryWay
  void whoever_lost_the_mail_asks_on_a_page_that_never_tells_who_is_known() {
    offered("exam.a");
    offered("exam.b");
    accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    var stranger = EmailAddress.of("stranger-" + address.value());
    try (var ana = visitor(Language.EN)) {
      ana.open("/sign-in").follow("claims.find.link").reads("claims.find.title");
      Inspection.ofEveryLook(ana, "claims-find");
      ana.type("claims.stop.address", "ana@").press("claims.find.button");
      ana.sees(ana.words("claims.offers.to-wrong"));
      Inspection.ofThisLook(ana, "claims-find-wrong");
      ana.type("claims.stop.address", stranger.value()).press("claims.find.button");
      var unknown = ana.reads("claims.find.sent").page().locator("main").innerText();
      Inspection.ofThisLook(ana, "claims-find-sent");
      ana.follow("claims.find.again").type("claims.stop.address", address.value());
      ana.press("claims.find.button");
      var known = ana.reads("claims.find.sent").page().locator("main").innerText();
      assertThat(known.replace(address.value(), ""))
          .isEqualTo(unknown.replace(stranger.value(), ""));
      var link = post.entryLink();
      assertThat(post.newestText()).contains("NW-100", "NW-200", "Northwind Academy");
      ana.open(link).sees(ana.words("claims.enter.known"));
      Inspection.ofEveryLook(ana, "claims-enter-known");
      ana.press("claims.enter.button").isAt("/home");
      ana.sees(texts.plural(Language.EN, "claims.home.waiting", 2));
    }
    assertThat(sink.received()).noneMatch(m -> m.to().equals(stranger.value()));
  }

  @Test
  void the_letter_is_readable_in_every_language_and_look() {
    for (var language : Language.values()) {
      var to = EmailAddress.of(language.name().toLowerCase(java.util.Locale.ROOT) + "-" + address);
      var id = badges.issue(academy, to, "Ana Núñez", language);
      Until.holds(() -> claims.of(id).isPresent());
      try (var ana = visitor(language)) {
        ana.open("/find-badges").type("claims.stop.address", to.value());
        ana.press("claims.find.button").reads("claims.find.sent");
        new Post(sink, to.value()).entryLink();
        ana.open("/mailbox?to=" + to.value());
        ana.use(ana.page().getByText(ana.words("mail.mailbox.read")).first());
        ana.follow("mail.mailbox.html");
        Inspection.ofMail(ana, "mail-entry-" + language.tag());
      }
    }
  }
}
