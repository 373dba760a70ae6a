package org.insignia.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.claims.Claims;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A missing badge: the check names the cause, the button mends it, and the badge is claimed. */
@JourneyTest
class MissingBadgeJourneyTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Texts texts;
  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired CatalogImports imports;
  @Autowired Intake intake;
  @Autowired Merges merges;
  @Autowired Claims claims;
  @Autowired MailSink sink;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private Browser browser;
  private Organisation organisation;

  @BeforeEach
  void an_organisation_ana_and_somebody_who_helps(Browser browser) {
    this.browser = browser;
    organisation = organisations.create("test", "w" + UUID.randomUUID(), "Northwind", null, null);
    imports.importFiles(organisation.id(), Rows.catalogue());
    person("ana", "Ana Silva");
    var sam = accounts.ownerOf(person("sam", "Sam Staff")).orElseThrow();
    members.grant("test", sam.value(), organisation.id(), Role.ADMIN);
  }

  private EmailAddress at(String name) {
    return EmailAddress.of(name + "." + tag + "@example.org");
  }

  private EmailAddress person(String name, String called) {
    accounts.createConfirmed(called, at(name), PASSWORD, Language.EN);
    return at(name);
  }

  private Rows row(String... changes) {
    return new Rows().add(changes);
  }

  private void sends(Rows rows) {
    var id = intake.accept(organisation.id(), "", "r.csv", rows.stream());
    Until.holds(() -> intake.report(id).state() != IntakeReport.State.WAITING);
  }

  private Visitor signedIn(String name) {
    return Visitor.with(browser, texts, Language.EN, settings.baseUrl().toString())
        .open("/sign-in")
        .type("accounts.address", at(name).value())
        .type("accounts.password", PASSWORD)
        .press("accounts.sign-in.button")
        .isAt("/home");
  }

  /** Through the form, as an earner goes. */
  private void checks(Visitor ana, String uid) {
    ana.open("/help/missing-badge").reads("support.missing.title");
    ana.page().locator("#org").selectOption(organisation.slug());
    ana.press("support.missing.go-on");
    ana.page().locator("#what").selectOption(uid);
    ana.press("support.missing.check");
  }

  private void isClaimedBy(Visitor ana, String uid) {
    var waits = ana.page().getByText(ana.words("support.cause.WAITING.title"));
    Until.holds(() -> {
      ana.open("/help/missing-badge?org=" + organisation.slug() + "&what=" + uid);
      return waits.count() > 0;
    });
    ana.follow("support.remedy.CLAIM").press("claims.accept").isAt("/home");
    ana.open("/help/missing-badge?org=" + organisation.slug() + "&what=" + uid);
    assertThat(waits.count()).isZero();
  }

  @WalkedEveryWay
  void who_was_left_out_asks_staff_upload_the_row_and_the_badge_is_claimed() {
    sends(
        row(
            "email",
            at("ana").value(),
            "candidate_id",
            "C" + tag,
            "result_id",
            "1",
            "account_language",
            "pt-BR"));
    try (var ana = signedIn("ana");
        var sam = signedIn("sam")) {
      checks(ana, "exam.mo-200");
      ana.sees(ana.words("support.cause.LEFT_OUT.title"));
      Inspection.ofEveryLook(ana, "missing-left-out");
      ana.follow("support.remedy.ASK").reads("requests.ask.title");
      Inspection.ofEveryLook(ana, "requests-form-with-findings");
      ana.type("requests.ask.words", "I passed on Monday.").press("requests.ask.button");
      ana.isAt("/help/requests").sees(ana.words("requests.done.asked"));
      Inspection.ofEveryLook(ana, "requests-mine");

      sam.open("/console/" + organisation.slug() + "/requests").reads("requests.queue.title");
      Inspection.ofEveryLook(sam, "requests-queue");
      sam.use(sam.page().locator("main .in-rows a").first());
      sam.sees("I passed on Monday.").sees(sam.words("support.cause.LEFT_OUT.title"));
      Inspection.ofEveryLook(sam, "requests-staff");
      sam.follow("requests.check").sees(sam.words("support.cause.LEFT_OUT.title"));
      Inspection.ofEveryLook(sam, "missing-staff");
      sam.follow("support.remedy.UPLOAD").reads("results.title");
      var rows =
          row(
              "email",
              at("ana").value(),
              "candidate_id",
              "C" + tag,
              "result_id",
              "2",
              "account_language",
              "pt-BR",
              "exam_code",
              "MO-200",
              "grade",
              "Aprovado");
      var file = rows.text().getBytes(StandardCharsets.UTF_8);
      sam.choose("input[type=file]", new FilePayload("row.csv", "text/csv", file));
      sam.press("results.upload.send").sees("row.csv");

      isClaimedBy(ana, "exam.mo-200");
    }
  }

  @WalkedEveryWay
  void two_records_are_found_merged_by_staff_and_the_certification_is_claimed() {
    sends(
        row(
            "email",
            at("ana").value(),
            "candidate_id",
            "A" + tag,
            "result_id",
            "1",
            "birth_month",
            "1990-05"));
    sends(
        row(
            "email",
            at("old").value(),
            "candidate_id",
            "B" + tag,
            "result_id",
            "2",
            "birth_month",
            "1990-05",
            "exam_code",
            "MO-200"));
    sends(
        row(
            "email",
            at("old").value(),
            "candidate_id",
            "B" + tag,
            "result_id",
            "3",
            "birth_month",
            "1990-05",
            "exam_code",
            "MO-300"));
    Until.holds(() -> merges.count(organisation.id(), MergeProposal.State.OPEN) == 1);
    var uid = "certification.mos-associate";
    try (var ana = signedIn("ana");
        var sam = signedIn("sam")) {
      checks(ana, uid);
      ana.sees(ana.words("support.cause.TWO_RECORDS.title"));
      ana.sees(ana.words("support.cause.STILL_MISSING.title"));
      assertThat(ana.page().content()).doesNotContain(at("old").value());
      Inspection.ofEveryLook(ana, "missing-two-records");

      sam.open("/console/" + organisation.slug() + "/missing").reads("support.staff.title");
      sam.type("support.staff.who", "certiport A" + tag);
      sam.page().locator("#what").selectOption(uid);
      sam.press("support.missing.check").sees(sam.words("support.cause.TWO_RECORDS.title"));
      Inspection.ofEveryLook(sam, "missing-staff-two-records");
      sam.press("support.remedy.ACCEPT_MERGE").reads("results.merges.title");

      isClaimedBy(ana, uid);
    }
  }

  @Test
  void a_guest_asks_confirms_by_mail_and_writes_back() {
    var base = settings.baseUrl().toString();
    try (var rui = Visitor.with(browser, texts, Language.PT_BR, base)) {
      rui.open("/help/contact").reads("requests.ask.title");
      rui.page().locator("#org").selectOption(organisation.slug());
      rui.press("requests.ask.button");
      Inspection.ofThisLook(rui, "requests-form-wrong");
      rui.type("requests.ask.subject", "Dúvida").type("requests.ask.words", "Onde está?");
      rui.type("requests.ask.name", "Rui Costa").type("requests.ask.address", at("rui").value());
      rui.press("requests.ask.button").reads("requests.sent.title");
      Inspection.ofEveryLook(rui, "requests-sent");
      rui.open(new Post(sink, at("rui").value()).link("help/request"));
      rui.sees(rui.words("requests.confirm.title"));
      Inspection.ofThisLook(rui, "requests-confirm");
      rui.press("requests.confirm.button").sees(rui.words("requests.done.asked"));
      rui.type("requests.reply.words", "Mais uma coisa.").press("requests.reply.send");
      rui.sees("Mais uma coisa.");
      Inspection.ofThisLook(rui, "requests-thread");
      rui.press("requests.close").sees(rui.words("requests.state.CLOSED"));
      rui.open("/help/request/" + "A".repeat(43)).reads("requests.gone.title");
    }
  }

  @Test
  void help_is_found_read_and_complete_in_every_look() {
    var base = settings.baseUrl().toString();
    try (var reader = Visitor.with(browser, texts, Language.EN, base)) {
      reader.open("/help").reads("support.help.title");
      Inspection.ofEveryLook(reader, "help");
      reader.type("help.search.label", "certiport language").press("help.search.button");
      reader.isAt("/help");
      Inspection.ofThisLook(reader, "help-search");
      reader.use(reader.page().locator("main .in-articles a").first());
      reader.isAt("/help/test-centres");
      Inspection.ofEveryLook(reader, "help-article");
      reader.open("/help/which-exams");
      Inspection.ofThisLook(reader, "help-which-exams");
      reader.open("/help/exams/" + organisation.slug());
      Inspection.ofEveryLook(reader, "help-exams");
      reader.open("/terms").readsTitle("Terms of use");
      Inspection.ofThisLook(reader, "terms");
      reader.open("/privacy").readsTitle("Privacy");
      Inspection.ofEveryLook(reader, "privacy");
      reader.open("/help/missing-badge").reads("support.missing.title");
      Inspection.ofEveryLook(reader, "missing-signed-out");
      reader.follow("support.out.sign-in").isAt("/sign-in");
    }
  }
}
