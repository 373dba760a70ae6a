package org.insignia.server.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.Results;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class AwardsModuleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Intake intake;
  @Autowired Results results;
  @Autowired Merges merges;
  @Autowired Organisations organisations;
  @Autowired CatalogImports imports;
  @Autowired Catalog catalog;
  @Autowired Achievements achievements;
  @Autowired AwardWork work;
  @Autowired Awards awards;
  @Autowired Eligibility eligibility;
  @Autowired TransactionTemplate transaction;

  @Autowired Map<String, Worker> workers;

  private OrganisationId organisation;

  @BeforeEach
  void found_and_decide_by_hand() {
    others().forEach(Worker::stop);
    organisation =
        organisations.create("test", "e" + UUID.randomUUID(), "Northwind", null, null).id();
    imports.importFiles(organisation, Rows.catalogue());
  }

  @AfterEach
  void the_worker_goes_on() {
    others().forEach(Worker::start);
  }

  /**
   * Those who decide, and those above who would take the news away; only files are read as ever.
   */
  private List<Worker> others() {
    return workers.entrySet().stream()
        .filter(entry -> !entry.getKey().equals("intakeWorker"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void exam_badges_come_first_and_the_certification_with_the_last_exam() {
    read(new Rows().add().add("exam_code", "MO-200", "exam_ended_utc", "2026-03-05T10:00:00Z"));
    assertThat(news())
        .containsExactlyInAnyOrder("GIVEN exam.mo-100 EARNED", "GIVEN exam.mo-200 EARNED");

    read(
        new Rows()
            .add(
                "result_id",
                "R9",
                "exam_code",
                "MO-400",
                "exam_ended_utc",
                "2026-03-02T10:00:00Z"));
    assertThat(news())
        .containsExactlyInAnyOrder(
            "GIVEN exam.mo-400 EARNED", "GIVEN certification.mos-associate EARNED");
    Award certification = award("certification.mos-associate");
    assertThat(certification.earnedAt()).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
    assertThat(certification.because()).hasSize(3);
    assertThat(news()).as("told once").isEmpty();
  }

  @Test
  void what_is_revoked_takes_awards_away_and_what_is_restored_gives_them_back() {
    read(new Rows().add().add("exam_code", "MO-200").add("exam_code", "MO-300"));
    assertThat(news()).hasSize(4);
    AwardId before = award("certification.mos-associate").id();

    read(new Rows().add("status", "revoked", "received_utc", "2026-04-01T00:00:00Z"));
    assertThat(news())
        .containsExactlyInAnyOrder(
            "WITHDRAWN exam.mo-100 RESULT_REVOKED",
            "WITHDRAWN certification.mos-associate RESULT_REVOKED");

    read(new Rows().add("status", "final", "received_utc", "2026-05-01T00:00:00Z"));
    assertThat(news())
        .containsExactlyInAnyOrder(
            "GIVEN exam.mo-100 RESTORED", "GIVEN certification.mos-associate RESTORED");
    assertThat(award("certification.mos-associate").id()).isEqualTo(before);
  }

  @Test
  void what_comes_and_goes_before_anybody_asks_is_no_news() {
    read(new Rows().add());
    decideAll();
    read(new Rows().add("status", "held", "received_utc", "2026-04-01T00:00:00Z"));
    assertThat(news()).isEmpty();
    assertThat(award("exam.mo-100").cause()).isEqualTo(Cause.RESULT_HELD);
  }

  @Test
  void news_that_was_not_committed_comes_again() {
    read(new Rows().add());
    decideAll();
    transaction.executeWithoutResult(status -> {
      assertThat(mine(awards.takeChanged(1000))).hasSize(1);
      status.setRollbackOnly();
    });
    assertThat(news()).containsExactly("GIVEN exam.mo-100 EARNED");
  }

  @Test
  void a_corrected_date_is_a_change_and_a_corrected_fail_takes_it_away() {
    read(new Rows().add());
    assertThat(news()).hasSize(1);
    read(
        new Rows()
            .add(
                "exam_ended_utc",
                "2026-02-27T10:00:00Z",
                "status",
                "corrected",
                "received_utc",
                "2026-04-01T00:00:00Z"));
    assertThat(news()).containsExactly("CHANGED exam.mo-100 DATES_CHANGED");
    read(
        new Rows()
            .add(
                "status",
                "corrected",
                "grade",
                "fail",
                "score",
                "600",
                "received_utc",
                "2026-05-01T00:00:00Z"));
    assertThat(news()).containsExactly("WITHDRAWN exam.mo-100 RESULT_CORRECTED");
  }

  @Test
  void a_merge_moves_awards_and_completes_what_was_split_and_its_undoing_takes_it_back() {
    String mailbox = "c" + UUID.randomUUID() + "@example.org";
    read(
        new Rows()
            .add("candidate_id", "A", "email", mailbox)
            .add("candidate_id", "B", "exam_code", "MO-200", "email", "x" + mailbox)
            .add("candidate_id", "B", "exam_code", "MO-300", "email", "x" + mailbox));
    assertThat(news()).hasSize(3);
    AwardId onA = awards.of(dossier(mailbox)).getFirst().id();
    var one = results.candidates(organisation, EmailAddress.of(mailbox)).getFirst();
    var other = results.candidates(organisation, EmailAddress.of("x" + mailbox)).getFirst();
    merges.propose("test", organisation, one.id(), other.id());
    var proposal = merges.list(organisation, MergeProposal.State.OPEN, 10, 0).getFirst();
    var merge = merges.merge("test", organisation, proposal.id());

    assertThat(news())
        .contains("GIVEN certification.mos-associate EARNED")
        .noneMatch(line -> line.startsWith("WITHDRAWN"));
    DossierId together = dossier(mailbox);
    assertThat(awards.of(together)).hasSize(4).allMatch(a -> a.state() == Award.State.GIVEN);
    assertThat(awards.of(together)).extracting(Award::id).contains(onA);

    merges.undo("test", organisation, merge);
    List<String> undone = news();
    assertThat(undone).anyMatch(line -> line.startsWith("WITHDRAWN certification.mos-associate"));
    assertThat(given(dossier(mailbox))).containsExactly("exam.mo-100");
    assertThat(given(dossier("x" + mailbox)))
        .containsExactlyInAnyOrder("exam.mo-200", "exam.mo-300");
  }

  @Test
  void another_catalogue_never_takes_away_what_was_earned_and_may_give_more() {
    read(new Rows().add().add("exam_code", "MO-200").add("exam_code", "MO-300"));
    assertThat(news()).hasSize(4);
    imports.importFiles(organisation, requirement("all", "exam.mo-100", "exam.mo-400"));
    assertThat(news()).isEmpty();
    assertThat(award("certification.mos-associate").state()).isEqualTo(Award.State.GIVEN);
    assertThat(award("certification.mos-associate").catalogueNumber()).isEqualTo(1);

    read(new Rows().add("status", "revoked", "received_utc", "2026-04-01T00:00:00Z"));
    assertThat(news()).as("but results do").hasSize(2);

    read(
        new Rows()
            .add(
                "result_id",
                "N1",
                "candidate_id",
                "C2",
                "email",
                "two@example.org",
                "exam_code",
                "MO-400"));
    assertThat(news()).containsExactly("GIVEN exam.mo-400 EARNED");
    imports.importFiles(organisation, requirement("any", "exam.mo-400", "exam.mo-300"));
    assertThat(news()).contains("GIVEN certification.mos-associate EARNED");
  }

  @Test
  void a_period_of_validity_laid_down_later_ends_what_was_given() {
    read(new Rows().add().add("exam_code", "MO-200").add("exam_code", "MO-300"));
    news();
    catalog.setRules(
        "test",
        organisation,
        new Rules(
            Rules.ExamBadges.ONE_OF_SEVERAL,
            Rules.SingleExam.CERTIFICATION_ONLY,
            Rules.LateResults.DO_NOT_COUNT,
            Map.of("mos", Period.ofYears(2)),
            Map.of(),
            Period.ofMonths(6)));

    assertThat(news()).containsExactly("CHANGED certification.mos-associate DATES_CHANGED");
    assertThat(award("certification.mos-associate").validUntil())
        .isEqualTo(Instant.parse("2028-03-01T10:00:00Z"));
  }

  @Test
  void explains_to_the_earner_what_is_missing() {
    read(new Rows().add().add("exam_code", "MO-200", "status", "held"));
    decideAll();
    Achievement certification =
        achievements.of(organisation, "certification.mos-associate").orElseThrow();
    Explanation explanation = eligibility.explain(dossier("ana@example.org"), certification.id());

    assertThat(explanation.outcome()).isEqualTo(Explanation.Outcome.MISSING);
    Explanation.Node tree = explanation.tree();
    assertThat(tree).isNotNull();
    assertThat(tree.needed()).isEqualTo(3);
    assertThat(tree.held()).isEqualTo(1);
    assertThat(tree.parts().get(1).notes())
        .extracting(Explanation.Note::reason)
        .containsExactly(Explanation.Reason.HELD);
  }

  @Test
  void two_workers_at_once_give_each_award_once() throws InterruptedException {
    Rows rows = new Rows();
    for (int i = 0; i < 300; i++) {
      for (String exam : List.of("MO-100", "MO-200", "MO-300")) {
        rows.add("candidate_id", "P" + i, "email", "p" + i + "@example.org", "exam_code", exam);
      }
    }
    read(rows);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(Thread.ofVirtual().start(this::decideAll));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(news()).hasSize(300 * 4).allMatch(line -> line.startsWith("GIVEN"));
  }

  private static List<SourceFile> requirement(String op, String... exams) {
    List<String> parts = new ArrayList<>();
    for (String exam : exams) {
      parts.add("{\"exam\":\"" + exam + "\"}");
    }
    String row =
        "{\"certification\":\"certification.mos-associate\",\"basis\":\"stated\",\"snapshot\":\"2026-01-01\",\"requires\":{\"op\":\"%s\",\"of\":[%s]}}"
            .formatted(op, String.join(",", parts));
    return List.of(SourceFile.of("requirements.jsonl", row.getBytes(StandardCharsets.UTF_8)));
  }

  private void read(Rows rows) {
    var id = intake.accept(organisation, "certiport", "results.csv", rows.stream());
    Instant end = Instant.now().plus(PATIENCE);
    while (intake.report(id).state() != IntakeReport.State.DONE) {
      assertThat(Instant.now()).as("the file was not read").isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(intake.report(id).refused()).isZero();
  }

  private void decideAll() {
    while (work.once()) {
      Thread.onSpinWait();
    }
  }

  private List<String> news() {
    decideAll();
    List<String> lines = new ArrayList<>();
    List<AwardChange> taken;
    do {
      taken = transaction.execute(_ -> awards.takeChanged(1000));
      lines.addAll(mine(taken));
    } while (!taken.isEmpty());
    return lines;
  }

  private List<String> mine(List<AwardChange> changes) {
    return changes.stream()
        .filter(change -> change.organisation().equals(organisation))
        .map(change ->
            change.state()
                + " "
                + achievements.get(change.achievement()).sourceUid()
                + " "
                + change.reason())
        .toList();
  }

  private Award award(String uid) {
    return awards
        .of(dossier("ana@example.org"), achievements.of(organisation, uid).orElseThrow().id())
        .orElseThrow();
  }

  private DossierId dossier(String mailbox) {
    return results.candidates(organisation, EmailAddress.of(mailbox)).getFirst().dossier();
  }

  private List<String> given(DossierId dossier) {
    return awards.of(dossier).stream()
        .filter(award -> award.state() == Award.State.GIVEN)
        .map(award -> achievements.get(award.achievement()).sourceUid())
        .toList();
  }
}
