package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A wrong name: asked, decided, corrected. */
@JourneyTest
class CorrectionJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired TestBadges badges;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("k" + UUID.randomUUID() + "@example.org");
  private final EmailAddress staff = EmailAddress.of("staff-" + address.value());

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    this.academy = badges.academy();
    var issuer = accounts.createConfirmed("Iris", staff, PASSWORD, Language.EN);
    members.grant("test", issuer.value(), academy.id(), Role.ISSUER);
  }

  private Visitor signedIn(EmailAddress as, boolean scripts) {
    var base = settings.baseUrl().toString();
    var visitor =
        scripts
            ? Visitor.with(browser, texts, Language.EN, base)
            : Visitor.withoutScripts(browser, texts, Language.EN, base);
    visitor
        .open("/sign-in")
        .type("accounts.address", as.value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button");
    return visitor.isAt("/home");
  }

  private CredentialId held(String uid) {
    var ana =
        accounts
            .ownerOf(address)
            .orElseGet(() -> accounts.createConfirmed("Ana", address, PASSWORD, Language.EN));
    var id = badges.issue(academy, uid, address, "Ana Nunes", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, Visibility.PUBLIC);
    return id;
  }

  @WalkedEveryWay
  void a_wrong_name_is_corrected_on_all_badges_and_the_old_address_leads_to_the_new_one() {
    var id = held("certification.cloud");
    held("exam.a");
    try (var ana = signedIn(address, true);
        var iris = signedIn(staff, true)) {
      var title = "Northwind Certified: Cloud Administrator Associate";
      ana.follow("claims.home.correct-this", title).reads("claims.correction.title");
      Inspection.ofEveryLook(ana, "claims-correction-ask");
      ana.press("claims.correction.button").sees(ana.words("claims.correction.same"));
      Inspection.ofThisLook(ana, "claims-correction-same");
      ana.type("claims.correction.name", "Ana Núñez");
      ana.type("claims.correction.note", "As in my <b>passport</b>.");
      ana.press("claims.correction.button").sees(ana.words("claims.correction.state.OPEN"));
      Inspection.ofEveryLook(ana, "claims-correction-open");

      iris.open("/console/" + academy.slug() + "/corrections").reads("claims.corrections.title");
      iris.sees("As in my <b>passport</b>.");
      Inspection.ofEveryLook(iris, "claims-corrections");
      iris.use(iris.page().getByText(texts.plural(Language.EN, "claims.corrections.approve", 2)));
      iris.sees(iris.words("claims.corrections.approved"));
      Inspection.ofEveryLook(iris, "claims-corrections-decided");

      Until.holds(() -> {
        ana.open("/badges/" + id.value());
        return !ana.page().url().contains(id.value().toString());
      });
      ana.sees("Ana Núñez");
      ana.open("/home").sees(title);
      assertThat(ana.page().locator("main").innerText()).doesNotContain("Ana Nunes");
    }
  }

  @WalkedEveryWay({Way.POINTER, Way.KEYBOARD})
  void a_declined_wish_shows_its_reason() {
    held("certification.cloud");
    try (var ana = signedIn(address, false);
        var iris = signedIn(staff, false)) {
      ana.follow("claims.home.correct-this", "Northwind Certified: Cloud Administrator Associate");
      ana.type("claims.correction.name", "Queen").press("claims.correction.button");
      iris.open("/console/" + academy.slug() + "/corrections");
      iris.use(
          iris.page()
              .locator(
                  "summary",
                  new com.microsoft.playwright.Page.LocatorOptions()
                      .setHasText(iris.words("claims.corrections.decline")))
              .first());
      var button = "claims.corrections.decline-of";
      iris.press(button, "Ana Nunes", "Queen").sees("Please give a reason");
      iris.use(
          iris.page()
              .locator(
                  "summary",
                  new com.microsoft.playwright.Page.LocatorOptions()
                      .setHasText(iris.words("claims.corrections.decline")))
              .first());
      iris.enter("textarea", "Please send us a document.");
      iris.press(button, "Ana Nunes", "Queen").sees(iris.words("claims.corrections.declined"));
      ana.page().reload();
      ana.sees("Please send us a document.");
      try (var again = signedIn(address, true)) {
        again.open(ana.page().url());
        Inspection.ofEveryLook(again, "claims-correction-declined");
      }
    }
  }
}
