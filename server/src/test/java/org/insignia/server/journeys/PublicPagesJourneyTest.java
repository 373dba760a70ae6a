package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.keys.DocumentKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Samples;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Mailbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stranger sees: an employer who was sent a link, with and without scripts. */
@JourneyTest
class PublicPagesJourneyTest {
  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired DocumentKeys documents;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired Achievements achievements;
  @Autowired MailSink sink;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("j" + UUID.randomUUID() + "@example.org");

  @BeforeEach
  void begin(Browser browser) {
    this.browser = browser;
    academy = badges.academy();
  }

  @Test
  void an_employer_opens_a_badge_unfolds_the_steps_and_verifies_it_without_any_script() {
    var id = accepted();
    try (var employer =
        Visitor.withoutScripts(browser, texts, Language.EN, settings.baseUrl().toString())) {
      employer.open("/badges/" + id.value());
      var check = employer.page().locator(".in-check > details > summary");
      assertThat(check.innerText()).contains("Valid. Checked just now: 9 of 9 steps passed");
      assertThat(employer.page().getByText("The signature is right").isVisible()).isFalse();
      check.focus();
      employer.page().keyboard().press("Enter");
      employer.sees(employer.words("verification.step.proof.passed"));
      employer
          .page()
          .locator(
              "a",
              new com.microsoft.playwright.Page.LocatorOptions()
                  .setHasText(employer.words("sharing.badge.verify")))
          .click();
      employer.isAt("/verify").sees(employer.words("verification.verdict.valid.meaning"));
      assertThat(employer.page().context().cookies()).isEmpty();
    }
  }

  @Test
  void a_downloaded_picture_is_verified_by_file_and_a_forged_text_is_not() throws Exception {
    var id = accepted();
    try (var employer =
        Visitor.withoutScripts(browser, texts, Language.IT, settings.baseUrl().toString())) {
      employer.open("/badges/" + id.value());
      var picture = Path.of("target/screenshots/downloaded.png");
      employer
          .page()
          .waitForDownload(() -> employer.follow("sharing.badge.forms.png"))
          .saveAs(picture);
      employer.open("/verify?lang=it");
      employer.page().locator("input[type=file]").setInputFiles(picture);
      employer.press("verification.verify.button");
      employer.sees(employer.words("verification.verdict.valid.title")).sees("Ana Núñez");
      var forged = credentials.document(id).orElseThrow().utf8().replace("Ana Núñez", "Mallory");
      assertThat(forged.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
      employer.open("/verify?lang=it").page().locator("#badge").fill(forged);
      employer.press("verification.verify.button");
      employer
          .sees(employer.words("verification.verdict.invalid.title"))
          .sees(employer.words("verification.verify.claims.warning"));
    }
  }

  @Test
  void a_certificate_on_paper_is_verified_by_file_and_one_that_was_added_to_is_told() {
    var credential = credentials.document(accepted()).orElseThrow();
    byte[] pdf =
        Paper.signedPdf(
                Samples.certificate("Ana N\u00fa\u00f1ez", credential),
                documents.current(academy.id()))
            .toArray();
    byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
    try (var employer =
        Visitor.withoutScripts(browser, texts, Language.ES, settings.baseUrl().toString())) {
      upload(employer, pdf);
      employer
          .sees(employer.words("verification.verdict.valid.title"))
          .sees(employer.words("verification.step.document.passed"));
      upload(employer, longer);
      employer
          .sees(employer.words("verification.step.document.failed"))
          .sees(employer.words("verification.reason.document-changed"));
    }
  }

  private static void upload(Visitor visitor, byte[] pdf) {
    visitor
        .open("/verify?lang=es")
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("certificado.pdf", "application/pdf", pdf));
    visitor.press("verification.verify.button");
  }

  @Test
  void every_public_page_is_readable_in_every_look() {
    var id = accepted();
    var vanity = accounts.person(claims.of(id).orElseThrow().owner()).vanity();
    var achievement = achievements.of(academy.id(), "certification.cloud").orElseThrow().slug();
    try (var anybody = visitor()) {
      Inspection.ofEveryLook(anybody.open("/badges/" + id.value()), "sharing-badge");
      Inspection.ofEveryLook(anybody.open("/users/" + vanity), "sharing-profile");
      Inspection.ofEveryLook(anybody.open("/org/" + academy.slug()), "sharing-organisation");
      Inspection.ofEveryLook(
          anybody.open("/org/" + academy.slug() + "/badge/" + achievement), "sharing-achievement");
      Inspection.ofEveryLook(anybody.open("/org"), "sharing-directory");
      Inspection.ofEveryLook(anybody.open("/"), "sharing-start");
      Inspection.ofEveryLook(anybody.open("/verify"), "sharing-verify");
      Inspection.ofEveryLook(
          anybody.open("/verify?url=" + settings.url("/badges/" + id.value())), "sharing-verified");
    }
  }

  @Test
  void badges_that_do_not_hold_are_readable_in_every_look() {
    var id = accepted();
    try (var anybody = visitor()) {
      anybody.open("/verify?url=" + settings.url("/badges/" + UUID.randomUUID()));
      Inspection.ofThisLook(anybody, "sharing-unchecked");
      anybody
          .open("/verify")
          .page()
          .locator("#badge")
          .fill(
              "{\"type\": [\"VerifiableCredential\"], \"issuer\": {\"id\": \"did:web:harvard.example\", \"name\": \"Harvard\"}, \"credentialSubject\": {\"name\": \"Mallory\"}}");
      anybody.press("verification.verify.button");
      openAll(anybody);
      Inspection.ofThisLook(anybody, "sharing-invalid");
      credentials.revoke("test", id, "Two exams were sat by somebody else.");
      anybody.open("/badges/" + id.value());
      openAll(anybody);
      Inspection.ofThisLook(anybody, "sharing-revoked");
    }
  }

  @Test
  void a_badge_prints_as_a_sheet_without_buttons() {
    var id = accepted();
    try (var anybody = visitor()) {
      anybody.page().setViewportSize(794, 1123);
      anybody.open("/badges/" + id.value());
      anybody
          .page()
          .emulateMedia(
              new com.microsoft.playwright.Page.EmulateMediaOptions()
                  .setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(anybody.page().locator(".btn").first().isVisible()).isFalse();
      anybody.sees("9 of 9 steps passed").picture("sharing-badge-print");
    }
  }

  private static void openAll(Visitor visitor) {
    visitor
        .page()
        .locator("details:not(.in-languages)")
        .all()
        .forEach(PublicPagesJourneyTest::open);
  }

  private static void open(Locator details) {
    details.evaluate("d => d.open = true");
  }

  private Visitor visitor() {
    return Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
  }

  private CredentialId accepted() {
    var id = badges.issue(academy, address, "Ana Núñez", Language.EN);
    new Mailbox(sink).newestTo(address.value());
    var ana = accounts.createConfirmed("Ana Núñez", address, "violet otter lantern", Language.EN);
    claims.accept(ana, id, Visibility.PUBLIC);
    return id;
  }
}
