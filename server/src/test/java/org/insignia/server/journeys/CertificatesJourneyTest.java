package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.pdf.Attachments;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CertificateNumber;
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
import org.insignia.server.results.Intake;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Certificates as their earners, their issuers and whoever is handed one live them. */
@JourneyTest
@DisplayName("product 8")
class CertificatesJourneyTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String TITLE = "Northwind Certified: Cloud Administrator Associate";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Claims claims;
  @Autowired Intake intake;
  @Autowired TestBadges badges;
  private Browser browser;
  private Organisation academy;
  private final EmailAddress address = EmailAddress.of("c" + UUID.randomUUID() + "@example.org");

  @BeforeEach
  void begin(Browser aBrowser) {
    this.browser = aBrowser;
    this.academy = badges.academy();
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

  private void ana() {
    accounts.createConfirmed("Ana Núñez", address, PASSWORD, Language.EN);
  }

  private CredentialId held(Visibility visibility) {
    var id = badges.issue(academy, address, "Ana Núñez", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(accounts.ownerOf(address).orElseThrow(), id, visibility);
    return id;
  }

  private void passed(String exam) {
    var rows =
        new Rows()
            .add(
                "result_id",
                "R-" + exam,
                "candidate_id",
                "C-" + address.value(),
                "last_name",
                "Núñez",
                "email",
                address.value(),
                "exam_code",
                exam)
            .text();
    intake.accept(
        academy.id(),
        "certiport",
        exam + ".csv",
        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(Download download) throws IOException {
    return Files.readAllBytes(download.path());
  }

  private static Download pressed(Visitor visitor, String key) {
    return visitor.page().waitForDownload(() -> visitor.press(key));
  }

  @Test
  @DisplayName("8.2: a certificate exists once the whole certification is earned")
  void it_comes_with_the_last_exam_and_until_then_the_page_says_what_is_missing() {
    ana();
    passed("NW-100");
    try (var ana = signedIn(address, true)) {
      Until.holds(() -> {
        ana.open("/home/certificates");
        return ana.page().locator("main").innerText().contains(TITLE);
      });
      ana.reads("certificates.title").sees(ana.words("certificates.none"));
      ana.sees(ana.words("certificates.begun.missing", "NW-200: Servers"));
      ana.sees(ana.words("certificates.help"));
      Inspection.ofEveryLook(ana, "certificates-under-way");
      passed("NW-200");
      Until.holds(() -> {
        ana.open("/home/certificates");
        return ana.page().locator("input[name=id]").count() == 1;
      });
      assertThat(ana.page().locator("main").innerText())
          .doesNotContain(ana.words("certificates.begun.text"));
    }
  }

  @Test
  @DisplayName("8.1: list, a checkbox each, preview in the page, one as PDF, several as one ZIP")
  void without_scripts_certificates_are_seen_in_the_page_and_downloaded() throws IOException {
    ana();
    var first = held(Visibility.PRIVATE);
    held(Visibility.PRIVATE);
    try (var ana = signedIn(address, false)) {
      ana.open("/home/certificates").press("certificates.download");
      ana.sees(ana.words("certificates.download.none"));
      ana.page().locator("input[value='" + first.value() + "']").check();
      var pdf = pressed(ana, "certificates.download");
      assertThat(pdf.suggestedFilename())
          .isEqualTo("Northwind Certified Cloud Administrator Associate - Ana Núñez.pdf");
      assertThat(Attachments.of(Bytes.wrap(bytes(pdf)))).isNotEmpty();
      for (var box : ana.page().locator("input[name=id]").all()) {
        box.check();
      }
      var zip = pressed(ana, "certificates.download");
      try (var file = new ZipFile(zip.path().toFile())) {
        assertThat(file.size()).isEqualTo(2);
      }
      ana.open("/home/certificates");
      ana.page()
          .getByRole(
              AriaRole.LINK,
              new com.microsoft.playwright.Page.GetByRoleOptions()
                  .setName(ana.words("certificates.preview-of", TITLE)))
          .first()
          .click();
      ana.readsTitle(TITLE);
      assertThat(ana.everyPictureIsThere()).isTrue();
      ana.page().getByLabel(ana.words("certificates.paper")).selectOption("letter");
      ana.page().getByLabel(ana.words("certificates.language")).selectOption("zh-CN");
      ana.press("certificates.look.change");
      assertThat(ana.page().locator("img.in-printed").getAttribute("src"))
          .endsWith("paper=letter&in=zh-CN");
      assertThat(pressed(ana, "certificates.download.pdf").suggestedFilename())
          .isEqualTo("Northwind 认证：云管理员 - Ana Núñez.pdf");
    }
  }

  @Test
  void the_pages_look_well_in_every_language() {
    ana();
    var id = held(Visibility.PUBLIC);
    held(Visibility.PRIVATE);
    try (var ana = signedIn(address, true)) {
      ana.open("/home/certificates").reads("certificates.title");
      Inspection.ofEveryLook(ana, "certificates");
      ana.open("/home/certificates/" + id.value()).readsTitle(TITLE);
      Inspection.ofEveryLook(ana, "certificates-preview");
      var number = CertificateNumber.of(id).text();
      ana.open("/verify/" + number).reads("certificates.check.title", number);
      Inspection.ofEveryLook(ana, "certificates-number");
      claims.show(accounts.ownerOf(address).orElseThrow(), id, Visibility.PRIVATE);
      ana.open("/verify/" + number).reads("certificates.check.unseen.title");
      Inspection.ofEveryLook(ana, "certificates-number-unseen");
    }
  }

  @Test
  @DisplayName("8.4: designs per organisation, versioned")
  void an_administrator_tries_a_look_and_uses_it_from_then_on() {
    var staff = EmailAddress.of("staff-" + address.value());
    var iris = accounts.createConfirmed("Iris", staff, PASSWORD, Language.EN);
    members.grant("test", iris.value(), academy.id(), Role.ADMIN);
    try (var admin = signedIn(staff, true)) {
      admin.open("/console").follow("console.room.certificates.title");
      admin.reads("certificates.design.title").sees(admin.words("certificates.design.house"));
      Inspection.ofEveryLook(admin, "certificates-design");
      admin.page().locator("#name1").fill("Dr. Elena Fernández-Núñez");
      admin.page().locator("#title1").fill("Head of Certification");
      admin.page().locator("#heading-en").fill("Diploma of {surname}");
      admin.press("certificates.design.save");
      admin.sees(admin.words("certificates.design.placeholder-wrong", "{surname}"));
      Inspection.ofThisLook(admin, "certificates-design-wrong");
      admin.page().locator("#heading-en").fill("Diploma");
      admin.press("certificates.design.try").sees(admin.words("certificates.design.trial"));
      Inspection.ofThisLook(admin, "certificates-design-trial");
      admin.press("certificates.design.save").sees(admin.words("certificates.design.saved"));
      admin.sees(admin.words("certificates.design.shown", 1));
      Inspection.ofEveryLook(admin, "certificates-design-version");
    }
  }
}
