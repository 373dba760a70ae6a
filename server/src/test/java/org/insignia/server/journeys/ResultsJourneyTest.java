package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class ResultsJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired Intake intake;
  @Autowired Merges merges;

  private Browser browser;
  private Organisation organisation;

  @BeforeEach
  void an_organisation_with_a_catalogue(Browser browser) {
    this.browser = browser;
    organisation = organisations.create("test", "j" + UUID.randomUUID(), "Journeys", null, null);
    catalogue.importFiles(organisation.id(), Rows.catalogue());
  }

  @Test
  void staff_upload_a_file_read_its_report_and_download_it_without_any_script() {
    try (var staff = staff(Role.ISSUER, Language.ES)) {
      staff.open(path("/results")).reads("results.title");
      var rows =
          new Rows()
              .add()
              .add("exam_code", "XX-1", "result_id", "=1+1")
              .add("exam_code", "AZ-104", "score", "10");
      upload(staff, "marzo.csv", rows.text());
      staff.sees("marzo.csv"); // a page on its way cannot be loaded again
      await(
          () -> intake.list(organisation.id(), 1, 0).getFirst().state() == IntakeReport.State.DONE);
      staff.page().reload();
      staff.sees(staff.words("results.finding.unknown-exam", "XX-1"));
      staff.sees(staff.words("results.finding.pass-below-mark", "10", "700"));
      staff.page().getByLabel(staff.words("results.report.show")).selectOption("REFUSED");
      staff.press("results.report.find");
      assertThat(staff.page().locator("tbody tr").count()).isEqualTo(1);
      var download = staff.page().waitForDownload(() -> staff.follow("results.report.download"));
      assertThat(download.suggestedFilename()).endsWith(".csv");
      assertThat(read(download.path()))
          .contains("\"'=1+1\"")
          .contains("XX-1")
          .doesNotContain("AZ-104");
    }
  }

  @Test
  void a_form_without_a_file_says_what_is_missing() {
    try (var staff = staff(Role.ISSUER, Language.EN)) {
      staff.open(path("/results")).press("results.upload.send");
      staff.sees(staff.words("results.upload.no-file"));
    }
  }

  @Test
  void staff_merge_two_records_and_take_it_back() {
    twoRecords();
    try (var staff = staff(Role.ADMIN, Language.IT)) {
      staff.open(path("/merges")).reads("results.merges.title");
      staff.sees(staff.words("results.finding.same-name"));
      staff.press("results.merges.merge").sees(staff.words("results.merges.stands"));
      assertThat(merges.count(organisation.id(), MergeProposal.State.OPEN)).isZero();
      staff.press("results.merges.undo-of", "Ana Silva").press("results.merges.dismiss");
      assertThat(merges.list(organisation.id(), MergeProposal.State.DISMISSED, 10, 0)).hasSize(1);
    }
  }

  @Test
  void each_role_sees_and_does_what_it_may() {
    twoRecords();
    var file = intake.list(organisation.id(), 1, 0).getFirst().id();
    try (var viewer = staff(Role.VIEWER, Language.EN)) {
      viewer.open(path("/results")).reads("results.title");
      assertThat(viewer.page().locator("input[type=file]").count()).isZero();
      viewer.open(path("/merges")).reads("results.merges.title");
      assertThat(viewer.page().locator("main form").count()).isZero();
    }
    try (var stranger = signedIn(Language.EN)) {
      for (var place :
          List.of("/results", "/results/" + file, "/results/" + file + "/report.csv", "/merges")) {
        assertThat(status(stranger, path(place))).as(place).isEqualTo(404);
      }
    }
    try (var nobody = visitor(Language.EN)) {
      nobody.open(path("/results")).isAt("/sign-in");
    }
    var other = organisations.create("test", "k" + UUID.randomUUID(), "Other", null, null);
    try (var elsewhere = signedIn(Language.EN, other, Role.OWNER)) {
      assertThat(status(elsewhere, "/console/" + other.slug() + "/results/" + file)).isEqualTo(404);
    }
  }

  @Test
  void every_page_of_results_is_readable_in_every_look() {
    twoRecords();
    var file = intake.list(organisation.id(), 1, 0).getFirst().id();
    // axe-core needs scripts; everybody else here does without
    var visitor = Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString());
    try (var staff = signIn(visitor, member(organisation, Role.ADMIN, Language.EN))) {
      Inspection.ofEveryLook(staff.open(path("/results")), "results-list");
      Inspection.ofEveryLook(staff.open(path("/results/" + file)), "results-report");
      Inspection.ofEveryLook(staff.open(path("/merges")), "results-merges");
    }
  }

  private void twoRecords() {
    var rows =
        new Rows()
            .add("candidate_id", "A", "birth_month", "1990-05")
            .add(
                "candidate_id",
                "B",
                "birth_month",
                "1990-05",
                "email",
                "ana+b@example.org",
                "exam_code",
                "MO-200")
            .add("candidate_id", "B", "exam_code", "none", "birth_month", "1990-05");
    intake.accept(organisation.id(), "", "two.csv", rows.stream());
    await(() -> merges.count(organisation.id(), MergeProposal.State.OPEN) == 1);
  }

  private void upload(Visitor staff, String name, String text) {
    var payload = new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    staff.page().getByLabel(staff.words("results.upload.file")).setInputFiles(payload);
    staff.press("results.upload.send");
  }

  private static String read(java.nio.file.Path file) {
    try {
      return java.nio.file.Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int status(Visitor visitor, String path) {
    Page page = visitor.page();
    return page.request().get(java.net.URI.create(page.url()).resolve(path).toString()).status();
  }

  private String path(String rest) {
    return "/console/" + organisation.slug() + rest;
  }

  private Visitor visitor(Language language) {
    return Visitor.withoutScripts(browser, texts, language, settings.baseUrl().toString());
  }

  private Visitor staff(Role role, Language language) {
    return signedIn(language, organisation, role);
  }

  private Visitor signedIn(Language language, Organisation of, Role role) {
    return signIn(visitor(language), member(of, role, language));
  }

  private Visitor signedIn(Language language) {
    return signIn(visitor(language), account(language));
  }

  private String member(Organisation of, Role role, Language language) {
    var address = account(language);
    var person = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
    members.grant("test", person.value(), of.id(), role);
    return address;
  }

  private String account(Language language) {
    var address = "s" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Rui Costa", EmailAddress.of(address), PASSWORD, language);
    return address;
  }

  private static Visitor signIn(Visitor visitor, String address) {
    visitor.open("/sign-in").type("accounts.address", address).type("accounts.password", PASSWORD);
    return visitor.press("accounts.sign-in.button").isAt("/home");
  }

  private static void await(BooleanSupplier done) {
    var end = Instant.now().plus(Duration.ofMinutes(1));
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as("within 20 seconds").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
