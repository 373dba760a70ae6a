package org.insignia.server.results.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.Results;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Standing;
import org.insignia.server.results.TakenExam;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class IntakeModuleTest {
  @Autowired Intake intake;
  @Autowired ChunkWork work;
  @Autowired Results results;
  @Autowired Organisations organisations;
  @Autowired CatalogImports catalogue;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("intakeWorker")
  Worker worker;

  @Autowired
  @Qualifier("awardWorker")
  Worker awards;

  private OrganisationId organisation;

  @BeforeEach
  void an_organisation_with_a_catalogue_and_nobody_else_who_works() {
    worker.stop();
    awards.stop();
    organisation =
        organisations.create("test", "r" + UUID.randomUUID(), "Results", null, null).id();
    catalogue.importFiles(organisation, Rows.catalogue());
  }

  @AfterEach
  void the_worker_goes_on() {
    worker.start();
    awards.start();
  }

  @Test
  void judges_every_row_and_says_why() {
    var report =
        read(
            new Rows()
                .add()
                .add("exam_code", "mo–200", "score", "")
                .add("exam_code", "XX-999")
                .add("exam_code", "MO-300", "score", "650")
                .add("exam_code", "AZ-104", "grade", "fail", "score", "720")
                .add("exam_code", "MO-400", "grade", "", "score", "", "no_show", "true")
                .add("exam_code", "AZ-104", "nda_refused", "true", "grade", "", "score", "")
                .add("email", "nobody")
                .add("exam_code", "70-480")
                .add("result_id", "R1")
                .add("exam_code", "MB2-716", "status", "held"));
    assertThat(report.state()).isEqualTo(IntakeReport.State.DONE);
    assertThat(codes(report.id()))
        .containsExactly(
            "2 ACCEPTED",
            "3 ACCEPTED score-empty",
            "4 REFUSED unknown-exam",
            "5 HELD pass-below-mark",
            "6 HELD fail-above-mark",
            "7 ACCEPTED",
            "8 ACCEPTED nda-refused",
            "9 REFUSED no-mailbox",
            "10 ACCEPTED exam-retired",
            "11 DUPLICATE duplicate-of",
            "12 HELD held-by-provider");
    assertThat(report.rows()).isEqualTo(11);
    assertThat(List.of(report.accepted(), report.duplicates(), report.held(), report.refused()))
        .containsExactly(5L, 1L, 3L, 2L);
    var duplicate = rows(report.id(), Verdict.DUPLICATE).getFirst();
    assertThat(duplicate.findings())
        .containsExactly(Finding.of("duplicate-of", "results.csv", "2"));
    var refused = rows(report.id(), Verdict.REFUSED).getLast();
    assertThat(refused.column()).isEqualTo("email");
    assertThat(refused.result()).isEqualTo("R8");
  }

  @Test
  void a_file_sent_again_changes_nothing() {
    var rows =
        new Rows().add().add("exam_code", "MO-200").add("exam_code", "AZ-104", "status", "held");
    read(rows);
    takeMine();
    var before = exams();
    var again = read(rows);
    assertThat(again.duplicates()).isEqualTo(3);
    assertThat(exams()).isEqualTo(before);
    assertThat(takeMine()).isEmpty();
  }

  @Test
  void the_newest_word_of_a_provider_counts_in_whatever_order_it_comes() {
    read(new Rows().add("status", "revoked", "received_utc", "2026-04-01T00:00:00Z"));
    assertThat(only().standing()).isEqualTo(Standing.REVOKED);
    var late = read(new Rows().add());
    assertThat(codes(late.id())).containsExactly("2 ACCEPTED older-than-known");
    assertThat(only().standing()).isEqualTo(Standing.REVOKED);
    read(new Rows().add("received_utc", "2026-05-01T00:00:00Z"));
    assertThat(only().counts()).as("taken back, and then given back").isTrue();
    read(
        new Rows()
            .add(
                "received_utc",
                "2026-06-01T00:00:00Z",
                "status",
                "corrected",
                "grade",
                "fail",
                "score",
                "600"));
    assertThat(only().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(only().score()).isEqualByComparingTo("600");
  }

  @Test
  void a_held_or_unscored_result_counts_once_it_is_released() {
    var rows =
        new Rows()
            .add("status", "beta-pending", "grade", "", "score", "", "result_id", "B")
            .add("status", "held", "exam_code", "MO-200", "result_id", "H")
            .add("result_id", "B", "received_utc", "2026-03-20T00:00:00Z")
            .add("exam_code", "MO-200", "result_id", "H", "received_utc", "2026-03-20T00:00:00Z");
    var report = read(rows);
    assertThat(codes(report.id()))
        .containsExactly(
            "2 HELD beta-pending", "3 HELD held-by-provider", "4 ACCEPTED", "5 ACCEPTED");
    assertThat(exams()).allMatch(TakenExam::counts);
  }

  @Test
  void two_rows_of_one_moment_that_disagree_are_held() {
    var report =
        read(
            new Rows()
                .add("result_id", "R1")
                .add("result_id", "R1", "grade", "fail", "score", "100"));
    assertThat(codes(report.id())).containsExactly("2 ACCEPTED", "3 HELD contradicts-earlier-row");
    assertThat(only().standing()).isEqualTo(Standing.HELD);
  }

  @Test
  void a_result_id_belongs_to_one_sitting_unless_it_is_corrected() {
    var report =
        read(
            new Rows()
                .add("result_id", "R1")
                .add("result_id", "R1", "candidate_id", "C2", "email", "b@example.org")
                .add("result_id", "R1", "exam_code", "MO-200")
                .add(
                    "result_id",
                    "R1",
                    "candidate_id",
                    "C3",
                    "status",
                    "corrected",
                    "received_utc",
                    "2026-04-01T00:00:00Z"));
    assertThat(codes(report.id()))
        .containsExactly(
            "2 ACCEPTED",
            "3 REFUSED result-of-another-candidate",
            "4 REFUSED result-of-another-exam",
            "5 ACCEPTED");
  }

  @Test
  void tells_of_retakes_that_the_programme_forbids() {
    var report =
        read(
            new Rows()
                .add("exam_code", "AZ-104", "grade", "fail", "score", "500")
                .add("exam_code", "AZ-104", "exam_ended_utc", "2026-03-01T20:00:00Z")
                .add("exam_code", "AZ-104", "exam_ended_utc", "2026-04-01T20:00:00Z")
                .add("exam_code", "MO-100")
                .add("exam_code", "MO-100", "exam_ended_utc", "2026-04-01T20:00:00Z"));
    assertThat(codes(report.id()))
        .containsExactly(
            "2 ACCEPTED",
            "3 ACCEPTED retake-too-early",
            "4 ACCEPTED passed-before",
            "5 ACCEPTED",
            "6 ACCEPTED");
  }

  @Test
  void after_a_crash_between_or_within_chunks_every_row_is_judged_once() {
    var rows = new Rows();
    for (int i = 0; i < 2_500; i++) {
      rows.add(
          "candidate_id",
          "C" + i,
          "email",
          "c" + i + "@example.org",
          "score",
          i % 100 == 0 ? "x" : "800");
    }
    var id = accept(rows.stream(), "");
    work.once();
    assertThat(intake.report(id).rows()).isEqualTo(1_000);
    transaction.executeWithoutResult(crash -> {
      work.once();
      assertThat(intake.report(id).rows()).isEqualTo(2_000);
      crash.setRollbackOnly();
    });
    assertThat(intake.report(id).rows()).as("as a killed server leaves it").isEqualTo(1_000);
    work.once();
    finish();
    var report = intake.report(id);
    assertThat(report.rows()).isEqualTo(2_500);
    assertThat(report.refused()).isEqualTo(25);
    assertThat(report.accepted()).isEqualTo(2_475);
    assertThat(count("exam_result")).isEqualTo(2_475);
    assertThat(intake.rows(id, Optional.empty(), -1, 0, 10_000))
        .extracting(RowReport::line)
        .doesNotHaveDuplicates()
        .hasSize(2_500);
  }

  @Test
  void reads_windows_1252_and_utf_16_and_names_what_it_found() {
    var text = new Rows().add("first_name", "Zoë", "last_name", "Núñez").text();
    for (var charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
      var bytes = (charset == StandardCharsets.UTF_16LE ? "\ufeff" + text : text).getBytes(charset);
      var report = done(accept(new ByteArrayInputStream(bytes), ""));
      assertThat(report.parts().getFirst().notices()).isNotEmpty();
    }
    var holder = results.holders(mine()).values().iterator().next();
    assertThat(holder.name()).isEqualTo("Zoë Núñez");
  }

  @Test
  void reads_a_zip_of_pearson_vue_and_waits_for_the_candidates_addresses() throws IOException {
    var exam =
        "ExamSeriesCode\tGrade\tNoShow\tRegistrationID\tClientCandidateID\tExamDate\tScore\r\n";
    var results1 =
        exam
            + "MO-100\tpass\tfalse\t1\t77\t2026/03/01 12:30:00\t800\r\nMO-200\t\ttrue\t2\t77\t03/25/2026 12:30:00\t\r\n";
    var cdd =
        "ClientCandidateID\tFirstName\tLastName\tEmail\tLastUpdate\r\n77\tAna\tSilva\tana@example.org\t2026/03/01 00:00:00\r\n";
    var first =
        done(accept(zip("exam-1.dat", results1, "vcdc-1.dat", "x\r\n", "foo-1.dat", "y\r\n"), ""));
    assertThat(first.parts())
        .extracting(p -> p.state().name())
        .containsExactly("DONE", "SKIPPED", "REFUSED");
    assertThat(first.accepted()).isEqualTo(2);
    assertThat(takeMine()).as("nobody can be told yet").isEmpty();
    done(accept(zip("cdd-1.dat", cdd), ""));
    assertThat(takeMine()).hasSize(1);
    assertThat(results.holders(mine()).values().iterator().next().email())
        .hasToString("ana@example.org");
    assertThat(exams())
        .extracting(TakenExam::outcome)
        .containsExactly(Outcome.PASSED, Outcome.NO_SHOW);
  }

  @Test
  void refuses_whole_files_with_one_clear_reason() throws IOException {
    assertThat(refusal("")).isEqualTo("file.empty");
    assertThat(refusal("result_id,grade\n1,pass\n")).isEqualTo("file.missing-columns");
    assertThat(refusal("name,colour\nx,red\n")).isEqualTo("file.no-header");
    assertThat(refusal("<html>")).isEqualTo("file.html");
    var excel = done(accept(zip("[Content_Types].xml", "<x/>", "xl/a.xml", "<x/>"), ""));
    assertThat(excel.problem().orElseThrow().code()).isEqualTo("file.excel");
    var whole = zip("a.csv", new Rows().add().text()).readAllBytes();
    var cut = done(accept(new ByteArrayInputStream(whole, 0, whole.length / 2), ""));
    assertThat(cut.problem().orElseThrow().code()).isEqualTo("file.zip-broken");
    assertThatThrownBy(() -> accept(InputStream.nullInputStream(), "nobody"))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void keeps_nothing_of_a_file_that_did_not_arrive_whole() {
    var broken =
        new InputStream() {
          private int left = 500_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("connection reset");
            }
            return left % 80 == 0 ? '\n' : 'x';
          }
        };
    assertThatThrownBy(() -> accept(broken, "")).hasRootCauseMessage("connection reset");
    assertThat(intake.list(organisation, 10, 0)).isEmpty();
  }

  @Test
  void two_nodes_share_the_files_of_one_organisation_and_judge_each_row_once() throws Exception {
    var ids = new java.util.ArrayList<IntakeId>();
    for (int file = 0; file < 4; file++) {
      var rows = new Rows();
      for (int i = 0; i < 1_500; i++) {
        rows.add(
            "result_id",
            "S" + i,
            "candidate_id",
            "C" + i % 700,
            "email",
            "c" + i % 700 + "@example.org");
      }
      ids.add(accept(rows.stream(), ""));
    }
    try (var nodes = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var done = List.of(nodes.submit(this::finish), nodes.submit(this::finish));
      for (var node : done) {
        node.get(60, java.util.concurrent.TimeUnit.SECONDS);
      }
    }
    var reports = ids.stream().map(intake::report).toList();
    assertThat(reports).allMatch(r -> r.state() == IntakeReport.State.DONE && r.rows() == 1_500);
    assertThat(reports.stream().mapToLong(IntakeReport::accepted).sum()).isEqualTo(1_500);
    assertThat(reports.stream().mapToLong(IntakeReport::duplicates).sum()).isEqualTo(4_500);
    assertThat(count("exam_result")).isEqualTo(1_500);
    assertThat(count("candidate")).isEqualTo(700);
  }

  @Test
  void pages_through_a_report() {
    var rows = new Rows();
    for (int i = 0; i < 25; i++) {
      rows.add("grade", i % 2 == 0 ? "pass" : "maybe");
    }
    var id = read(rows).id();
    var first = intake.rows(id, Optional.of(Verdict.REFUSED), Optional.empty(), 10);
    var second = intake.rows(id, Optional.of(Verdict.REFUSED), Optional.of(first.getLast()), 10);
    assertThat(first).hasSize(10);
    assertThat(second).hasSize(2);
    assertThat(second.getFirst().line()).isGreaterThan(first.getLast().line());
  }

  private String refusal(String text) {
    var report = done(accept(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ""));
    assertThat(report.state()).isEqualTo(IntakeReport.State.REFUSED);
    return report.problem().orElseThrow().code();
  }

  private static InputStream zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private IntakeReport read(Rows rows) {
    return done(accept(rows.stream(), ""));
  }

  private IntakeId accept(InputStream in, String provider) {
    return intake.accept(organisation, provider, "results.csv", in);
  }

  private IntakeReport done(IntakeId id) {
    finish();
    return intake.report(organisation, id);
  }

  private void finish() {
    for (boolean more = true; more; ) {
      more = work.once();
    }
  }

  private List<String> codes(IntakeId id) {
    return intake.rows(id, Optional.empty(), Optional.empty(), 1_000).stream()
        .map(r ->
            (r.line()
                    + " "
                    + r.verdict()
                    + " "
                    + String.join(" ", r.findings().stream().map(Finding::code).toList()))
                .strip())
        .toList();
  }

  private List<RowReport> rows(IntakeId id, Verdict verdict) {
    return intake.rows(id, Optional.of(verdict), Optional.empty(), 1_000);
  }

  private List<DossierId> mine() {
    return db.sql("select id from dossier where organisation_id = :id")
        .param("id", organisation.value())
        .query((row, number) -> new DossierId(row.getObject("id", UUID.class)))
        .list();
  }

  private List<DossierId> takeMine() {
    var mine = mine();
    return results.takeChanged(100_000).stream().filter(mine::contains).toList();
  }

  private List<TakenExam> exams() {
    return results.of(mine()).stream().flatMap(d -> d.exams().stream()).toList();
  }

  private TakenExam only() {
    assertThat(exams()).hasSize(1);
    return exams().getFirst();
  }

  private long count(String table) {
    return db.sql("select count(*) from " + table + " where organisation_id = :id")
        .param("id", organisation.value())
        .query(Long.class)
        .single();
  }
}
