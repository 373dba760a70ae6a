package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.bench.feeds.FeedGenerator;
import org.insignia.openbadges.report.Verdict;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.MergeProposal;
import org.insignia.server.results.Merges;
import org.insignia.server.results.RowReport;
import org.insignia.server.verification.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A generated feed of ten thousand rows, traps included, goes through the whole server and gives
 * exactly what it must.
 */
@ServerTest
class FeedAnswersTest {
  private static final int ROWS = 10_000;
  private static final long SEED = 20261121;

  @Autowired private Organisations organisations;
  @Autowired private CatalogImports catalogue;
  @Autowired private Intake intake;
  @Autowired private Merges merges;
  @Autowired private Credentials credentials;
  @Autowired private Verification verification;
  @Autowired private JdbcClient db;
  @TempDir private Path folder;

  @Test
  void gives_every_award_that_the_generator_knows_and_no_other() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(Answers.catalogue()), "the shared reference catalogue is not here");
    FeedGenerator.write(ROWS, SEED, Answers.catalogue(), folder);
    var answers = Answers.read(folder.resolve("answers.json"));
    var organisation = programme();
    var ledger = new Ledger(db, organisation.id().value());

    var first = hand(organisation);
    ledger.awaitIssued(answers.awards().size());

    assertThat(verdicts(first)).isEqualTo(answers.verdicts());
    assertThat(ledger.issued()).isEqualTo(answers.awards());
    assertThat(ledger.rows()).doesNotHaveDuplicates();
    assertThat(proposals(organisation)).isEqualTo(answers.proposals());
    assertThat(proposals(organisation)).doesNotContainAnyElementsOf(answers.apart());
    assertThat(notVerified(ledger.ids())).isEmpty();

    long made = ledger.everMade();
    var second = hand(organisation);
    ledger.awaitIssued(answers.awards().size());
    assertThat(ledger.everMade()).isEqualTo(made);
    var again = intake.report(second);
    assertThat(again.accepted() + again.held()).as("rows that said something new").isZero();
    assertThat(again.duplicates()).isEqualTo(ROWS - again.refused());

    mergeAndUndo(organisation, answers, ledger);
  }

  @Test
  void reads_the_form_of_pearson_vue_to_the_same_answers() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(Answers.catalogue()), "the shared reference catalogue is not here");
    FeedGenerator.write(2_000, SEED, Answers.catalogue(), folder);
    var answers = Answers.read(folder.resolve("answers.json"));
    var organisation = programme();
    var ledger = new Ledger(db, organisation.id().value());

    var report = intake.report(hand(organisation, "pearson-vue", "pearson.zip"));
    ledger.awaitIssued(answers.pearson().size());

    assertThat(answers.pearson()).hasSizeGreaterThan(50);
    assertThat(report.refused() + report.held()).isZero();
    assertThat(ledger.issued()).isEqualTo(answers.pearson());
  }

  /**
   * Thousands of invitations are on their way; the tests after this one do not wait behind them.
   */
  @AfterEach
  void the_letters_go_nowhere() {
    Until.holds(() ->
        db.sql("select not exists (select 1 from credential_unannounced)")
            .query(Boolean.class)
            .single());
    db.sql("update outbox_letter set state = 'dropped', ended_at = now() where state = 'waiting'")
        .update();
  }

  private Organisation programme() throws IOException {
    var slug = "feed-" + UUID.randomUUID().toString().substring(0, 8);
    var organisation = organisations.create("test", slug, "Feed of ten thousand", null, null);
    try (Stream<Path> files = Files.list(Answers.catalogue())) {
      catalogue.importFiles(
          organisation.id(),
          files.filter(Files::isRegularFile).sorted().map(SourceFile::of).toList());
    }
    return organisation;
  }

  private IntakeId hand(Organisation organisation) throws IOException {
    return hand(organisation, "any", "results.csv");
  }

  private IntakeId hand(Organisation organisation, String provider, String file)
      throws IOException {
    try (var in = Files.newInputStream(folder.resolve(file))) {
      var id = intake.accept(organisation.id(), provider, file, in);
      while (intake.report(id).state() == IntakeReport.State.WAITING) {
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
      return id;
    }
  }

  private Map<Integer, String> verdicts(IntakeId id) {
    Map<Integer, String> verdicts = new TreeMap<>();
    Optional<RowReport> last = Optional.empty();
    while (true) {
      List<RowReport> page = intake.rows(id, Optional.empty(), last, 1000);
      page.forEach(row ->
          verdicts.put((int) row.line(), row.verdict().name().toLowerCase(java.util.Locale.ROOT)));
      if (page.isEmpty()) {
        return verdicts;
      }
      last = Optional.of(page.getLast());
    }
  }

  private Set<Set<String>> proposals(Organisation organisation) {
    return merges.list(organisation.id(), MergeProposal.State.OPEN, 1000, 0).stream()
        .map(p -> Set.of(record(p.one()), record(p.other())))
        .collect(Collectors.toSet());
  }

  private static String record(CandidateView candidate) {
    return candidate.provider().value() + "/" + candidate.number();
  }

  private List<UUID> notVerified(List<UUID> ids) {
    return ids.stream()
        .filter(id ->
            verification.verify(credentials.document(new CredentialId(id)).orElseThrow()).verdict()
                != Verdict.VALID)
        .toList();
  }

  /**
   * The certification whose parts were split is earned with the merge, dated by its last exam, and
   * goes with its undoing.
   */
  private void mergeAndUndo(Organisation organisation, Answers answers, Ledger ledger) {
    var proposal = merges.list(organisation.id(), MergeProposal.State.OPEN, 1000, 0).getFirst();
    var pair = Set.of(record(proposal.one()), record(proposal.other()));
    var together =
        answers.merged().stream().filter(m -> m.pair().equals(pair)).findFirst().orElseThrow();

    var merge = merges.merge("person:test", organisation.id(), proposal.id());
    await(() -> earnedBy(ledger, pair).equals(together.earned()), "what the merged records earn");

    merges.undo("person:test", organisation.id(), merge);
    await(
        () -> ledger.isQuiet() && ledger.issued().equals(answers.awards()),
        "what the separated records earn");
  }

  private static Map<String, Instant> earnedBy(Ledger ledger, Set<String> pair) {
    return ledger.isQuiet()
        ? ledger.issued().stream()
            .filter(e -> pair.contains(e.record()))
            .collect(
                Collectors.toMap(
                    Answers.Earned::achievement, Answers.Earned::at, (a, b) -> a, TreeMap::new))
        : Map.of();
  }

  private static void await(java.util.function.BooleanSupplier condition, String what) {
    var end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(what + " did not come");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    }
  }
}
