package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
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

/**
 * The product's main job as people live it: a results file is handed in, and somebody who passed
 * holds a verified badge.
 */
@JourneyTest
class EarnAndVerifyJourneyTest {
  private static final String STAFF_PASSWORD = "seven harbour lanterns at dusk";
  private static final String PASSWORD = "quiet meadow under tall rowan trees";
  private static final String CATALOGUE =
      """
      {"uid":"exam.hx-100","number":"HX-100","title":"Harbour Pilotage","levels":["beginner"],"roles":[],"products":[],"languages":["en"],"providers":["certiport"],"retirementDate":null,"relatedCertifications":["certification.pilot"],"relatedExams":[],"hasPracticeTest":false,"skills":[{"text":"Read the tide","weightMin":null,"weightMax":null}],"locale":"en","snapshot":"2026-01-01"}
      """;
  private static final String CERTIFICATIONS =
      """
      {"uid":"certification.pilot","slug":"pilot","type":"fundamentals","levels":["beginner"],"roles":[],"products":[],"exams":["exam.hx-100"],"prerequisites":[],"renewalUid":null,"hidden":false,"iconUrl":null,"locale":"en","snapshot":"2026-01-01"}
      """;
  private static final String TEXTS =
      """
      {"uid":"certification.pilot","locale":"en","snapshot":"2026-01-01","title":"Harbour Pilot","subTitle":"Brings ships in safely.","summary":"Brings ships in safely.","skills":["Read the tide"]}
      """;

  @Autowired private Organisations organisations;
  @Autowired private Members members;
  @Autowired private Accounts accounts;
  @Autowired private CatalogImports catalogue;
  @Autowired private Texts texts;
  @Autowired private Settings settings;
  @Autowired private MailSink sink;
  private Browser browser;
  private Organisation organisation;
  private EmailAddress staff;
  private EmailAddress earner;

  @BeforeEach
  void programme(Browser aBrowser) {
    browser = aBrowser;
    var some = UUID.randomUUID().toString().substring(0, 8);
    organisation = organisations.create("test", "harbour-" + some, "Harbour School", null, null);
    catalogue.importFiles(
        organisation.id(),
        java.util.List.of(
            file("exams.jsonl", CATALOGUE),
            file("certifications.jsonl", CERTIFICATIONS),
            file("texts.jsonl", TEXTS)));
    staff = EmailAddress.of("staff-" + some + "@example.org");
    earner = EmailAddress.of("kim-" + some + "@example.net");
    var person = accounts.createConfirmed("Sam Porter", staff, STAFF_PASSWORD, Language.EN);
    members.grant("test", person.value(), organisation.id(), Role.ADMIN);
  }

  private static SourceFile file(String name, String content) {
    return SourceFile.of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ES", "ZH_CN"})
  void from_the_results_file_to_the_verified_badge(Language language) {
    handInResults(language);
    var post = new Post(sink, earner.value());
    try (var kim = Visitor.with(browser, texts, language, settings.baseUrl().toString())) {
      kim.open(post.claimLink())
          .sees("Kim Novák")
          .press("claims.accept")
          .reads("accounts.sign-up.title");
      kim.type("accounts.password", PASSWORD).press("accounts.sign-up.button");
      kim.open(post.confirmLink()).press("accounts.confirm.button").isAt("/home");
      seesItVerified(kim, language);
    }
  }

  @Test
  void the_mail_was_lost_and_the_badge_waits_behind_a_sign_up() {
    handInResults(Language.EN);
    var post = new Post(sink, earner.value());
    post.claimLink(); // it came, and nobody reads it
    try (var kim = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      kim.open("/sign-up")
          .type("accounts.address", earner.value())
          .type("accounts.name", "Kim Novák");
      kim.type("accounts.password", PASSWORD).press("accounts.sign-up.button");
      kim.open(post.confirmLink()).press("accounts.confirm.button").isAt("/home");
      kim.page().getByText("Harbour Pilot").first().click();
      kim.press("claims.accept").isAt("/home");
      seesItVerified(kim, Language.EN);
    }
  }

  /** Staff hands the provider's file in on the console and sees its row accepted. */
  private void handInResults(Language language) {
    try (var sam = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())) {
      sam.open("/sign-in")
          .type("accounts.address", staff.value())
          .type("accounts.password", STAFF_PASSWORD);
      sam.press("accounts.sign-in.button").isAt("/home");
      sam.open("/console/" + organisation.slug() + "/results");
      sam.page()
          .locator("input[type=file]")
          .setInputFiles(
              new FilePayload(
                  "results.csv", "text/csv", results(language).getBytes(StandardCharsets.UTF_8)));
      sam.page().locator("main form[enctype] button[type=submit]").click();
      sam.page().waitForURL(java.util.regex.Pattern.compile(".*/results/[0-9a-f-]{36}.*"));
    }
  }

  private String results(Language language) {
    return """
    provider,result_id,candidate_id,first_name,last_name,email,account_language,exam_code,exam_ended_utc,score,passing_score,grade,no_show,nda_refused,status,received_utc
    certiport,R1,K1,Kim,Novák,%s,%s,HX-100,2026-05-04T10:00:00Z,812,700,pass,false,false,final,2026-05-05T10:00:00Z
    """
        .formatted(earner.value(), language.tag());
  }

  /** As a stranger would: the public page, without signing in, says valid and shows its steps. */
  private void seesItVerified(Visitor kim, Language language) {
    var path =
        kim.page().locator("main .in-badge a[href*='/badges/']").first().getAttribute("href");
    assertThat(path).isNotNull();
    try (var stranger = Visitor.with(browser, texts, language, settings.baseUrl().toString())) {
      stranger.open(path).sees("Kim Novák");
      assertThat(stranger.page().locator("main").innerText())
          .contains(stranger.words("verification.verdict.valid.title"));
      stranger.picture("journey-verified-" + language.tag());
      assertThat(stranger.page().context().cookies()).as("cookies on a public page").isEmpty();
    }
  }
}
