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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ClaimJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String TITLE = "Cloud Administrator Associate";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired MailSink sink;
  @Autowired Accounts accounts;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("c" + UUID.randomUUID() + "@example.org");
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

  private void signIn(Visitor visitor, EmailAddress as) {
    visitor
        .type("accounts.address", as.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button");
  }

  @ParameterizedTest
  @EnumSource(names = {"ES", "ZH_CN"})
  void first_badge_from_the_mail_to_the_dashboard_without_any_script(Language language) {
    var id = badges.issue(academy, address, "Ana Núñez", language);
    try (var ana =
        Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString())) {
      for (int look = 0; look < 5; look++) {
        ana.open(post.claimLink()).sees("Ana Núñez");
      }
      assertThat(claims.of(id).orElseThrow().state()).isEqualTo(Claim.State.PENDING);
      assertThat(ana.everyPictureIsThere()).isTrue();
      ana.press("claims.accept").reads("accounts.sign-up.title");
      assertThat(ana.page().inputValue("#address")).isEqualTo(address.value());
      assertThat(ana.page().inputValue("#name")).isEqualTo("Ana Núñez");
      ana.type("accounts.password", PASSWORD)
          .press("accounts.sign-up.button")
          .reads("accounts.sent.sign-up.title");
      ana.open(post.confirmLink())
          .press("accounts.confirm.button")
          .isAt("/home")
          .reads("claims.home.title");
      ana.sees(ana.words("claims.visibility.public-text"));
      assertThat(claims.publiclyVisible(id)).isTrue();
    }
  }

  @WalkedEveryWay
  void a_later_badge_takes_the_link_a_sign_in_and_one_press() {
    var ana = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN);
    var id = badges.issue(academy, address, "Ana", Language.EN);
    try (var visitor = visitor(Language.EN)) {
      visitor.open(post.claimLink());
      Inspection.ofEveryLook(visitor, "claims-claim-known");
      visitor.press("claims.sign-in-accept").isAt("/sign-in");
      assertThat(visitor.page().inputValue("#address")).isEqualTo(address.value());
      signIn(visitor, address);
      visitor.sees(visitor.words("claims.visibility"));
      visitor.tick(visitor.page().getByLabel(visitor.words("claims.visibility.private")));
      visitor
          .press("claims.accept")
          .isAt("/home")
          .sees(visitor.words("claims.visibility.private-text"));
      assertThat(claims.held(ana))
          .extracting(Claim::visibility)
          .containsExactly(Claim.Visibility.PRIVATE);
      visitor.press("claims.home.show-this", "Northwind Certified: " + TITLE).isAt("/home");
      assertThat(claims.publiclyVisible(id)).isTrue();
      try (var somebody = visitor(Language.EN)) {
        somebody.open(post.claimLink()).reads("claims.accepted.title");
        Inspection.ofEveryLook(somebody, "claims-spent");
      }
    }
  }

  @WalkedEveryWay
  void the_mail_was_lost_and_every_badge_waits_behind_a_sign_up_with_the_same_address() {
    badges.issue(academy, address, "Ana", Language.EN);
    badges.issue(academy, "exam.a", address, "Ana", Language.EN);
    post.claimLink();
    try (var ana = visitor(Language.EN)) {
      ana.open("/sign-up")
          .type("accounts.address", address.value())
          .type("accounts.name", "Ana Silva");
      ana.type("accounts.password", PASSWORD).press("accounts.sign-up.button");
      ana.open(post.confirmLink()).press("accounts.confirm.button").isAt("/home");
      ana.sees(texts.plural(Language.EN, "claims.home.waiting", 2));
      Inspection.ofEveryLook(ana, "claims-home-waiting");
      ana.use(ana.page().getByText(TITLE).first());
      ana.readsTitle("Northwind Certified: " + TITLE);
      ana.press("claims.accept").isAt("/home");
      Inspection.ofEveryLook(ana, "claims-home-held");
      assertThat(claims.held(accounts.ownerOf(address).orElseThrow())).hasSize(1);
    }
  }

  @WalkedEveryWay
  void signed_in_as_somebody_else_is_told_clearly_and_can_go_on() {
    var eve = EmailAddress.of("eve-" + address.value());
    accounts.createConfirmed("Eve Adams", eve, PASSWORD, Language.EN);
    var id = badges.issue(academy, address, "Ana", Language.EN);
    try (var visitor = visitor(Language.EN)) {
      visitor.open("/sign-in");
      signIn(visitor, eve);
      visitor
          .isAt("/home")
          .open(post.claimLink())
          .sees(visitor.words("claims.other.title", address.value()));
      Inspection.ofEveryLook(visitor, "claims-claim-other");
      visitor.press("claims.other.add").sees(visitor.words("accounts.account.address-sent"));
      visitor.open(post.addedAddressLink()).press("accounts.confirm.button");
      visitor.open(post.claimLink()).press("claims.accept").isAt("/home");
      assertThat(claims.of(id).orElseThrow().owner())
          .isEqualTo(accounts.ownerOf(eve).orElseThrow());
    }
  }

  @WalkedEveryWay
  void signing_out_on_the_claim_page_goes_on_as_the_addressee() {
    var eve = EmailAddress.of("eve-" + address.value());
    accounts.createConfirmed("Eve Adams", eve, PASSWORD, Language.EN);
    badges.issue(academy, address, "Ana", Language.EN);
    try (var visitor = visitor(Language.EN)) {
      visitor.open("/sign-in");
      signIn(visitor, eve);
      visitor.isAt("/home").open(post.claimLink()).press("claims.other.sign-out");
      visitor.press("claims.accept").reads("accounts.sign-up.title");
      assertThat(visitor.page().inputValue("#address")).isEqualTo(address.value());
    }
  }

  @WalkedEveryWay
  void declining_and_taking_back_need_no_account() {
    CredentialId id = badges.issue(academy, address, "Ana", Language.EN);
    try (var ana = visitor(Language.EN)) {
      ana.open(post.claimLink());
      Inspection.ofEveryLook(ana, "claims-claim-new");
      ana.use(ana.page().getByText(ana.words("claims.not-wanted")));
      ana.press("claims.reject").sees(ana.words("claims.declined.text"));
      Inspection.ofEveryLook(ana, "claims-claim-declined");
      assertThat(claims.of(id).orElseThrow().state()).isEqualTo(Claim.State.REJECTED);
      ana.press("claims.take-back").sees(ana.words("claims.visibility"));
      assertThat(claims.of(id).orElseThrow().state()).isEqualTo(Claim.State.PENDING);
    }
  }

  @Test
  void the_claim_page_keeps_its_address_to_itself() {
    badges.issue(academy, address, "Ana", Language.EN);
    try (var ana = visitor(Language.EN)) {
      var answer = ana.page().navigate(post.claimLink());
      assertThat(answer.headerValue("referrer-policy")).isEqualTo("no-referrer");
      assertThat(answer.headerValue("content-security-policy")).contains("default-src 'none'");
      assertThat(ana.open("/claim/unknown").words("claims.unknown.title"))
          .isEqualTo(ana.page().locator("h1").innerText());
    }
  }

  @Test
  void mails_and_the_empty_dashboard_are_readable_in_every_look() {
    badges.issue(academy, address, "Ana Núñez", Language.EN);
    post.claimLink();
    try (var ana = visitor(Language.EN)) {
      ana.open("/mailbox?to=" + address.value())
          .page()
          .getByText(ana.words("mail.mailbox.read"))
          .first()
          .click();
      ana.follow("mail.mailbox.html");
      Inspection.ofMail(ana, "mail-invitation");
    }
    var other = EmailAddress.of("empty-" + address.value());
    accounts.createConfirmed("Bo", other, PASSWORD, Language.EN);
    try (var bo = visitor(Language.EN)) {
      bo.open("/sign-in");
      signIn(bo, other);
      Inspection.ofEveryLook(bo.isAt("/home"), "claims-home-empty");
    }
  }
}
