package org.insignia.server.insights.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.insights.posting.TestPostings.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.platform.testing.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class PostingsModuleTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Autowired private PostingIntake intake;
  @Autowired private Postings postings;
  @Autowired private JdbcClient db;
  @Autowired private TransactionTemplate transaction;

  /** An employer of this test alone, so that no other test's postings are the same job. */
  private String employer = "";

  private UUID feed = new UUID(0, 0);

  @BeforeEach
  void a_feed_of_its_own() {
    feed = TestPostings.feed(db);
    employer = "Employer " + feed;
  }

  @Test
  void a_posting_comes_back_as_it_was_given() {
    var given = posting("a-1", employer, pay("70000", "90000.5"));
    assertThat(intake.take(feed, List.of(given))).isEqualTo(new Taken(1, 0, 0));

    var known = postings.find(PostingId.of(feed, "a-1")).orElseThrow();
    assertThat(known.posting()).isEqualTo(given);
    assertThat(known.feed()).isEqualTo(feed);
    assertThat(known.employerKey()).isEqualTo(EmployerName.key(employer));
    assertThat(known.counts()).isTrue();
  }

  @Test
  void one_without_anything_optional_comes_back_as_well() {
    var bare =
        new Posting(
            "b",
            "T",
            "",
            "",
            List.of(),
            Workplace.UNSTATED,
            null,
            Seniority.UNSTATED,
            "",
            "",
            null,
            null,
            java.net.URI.create("http://jobs.example"),
            List.of(),
            "");
    intake.take(feed, List.of(bare));
    assertThat(postings.find(PostingId.of(feed, "b")).orElseThrow().posting()).isEqualTo(bare);
  }

  @Test
  void what_is_the_same_is_not_written_and_what_changed_is_due_again() {
    var both = List.of(posting("1", employer, null), posting("2", employer + "2", null));
    assertThat(changesOf(() -> intake.take(feed, both), "1", "2")).hasSize(2);

    var again = List.of(posting("1", employer, pay("1", null)), posting("2", employer + "2", null));
    var changed =
        changesOf(
            () -> assertThat(intake.take(feed, again)).isEqualTo(new Taken(0, 1, 1)), "1", "2");
    assertThat(changed).containsExactly(PostingId.of(feed, "1"));
  }

  @Test
  void changes_that_were_taken_and_not_committed_are_due_again() {
    var piece =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transaction.getTransactionManager()));
    piece.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    var id = PostingId.of(feed, "1");
    // All in one transaction that never commits, so that no worker comes in between.
    transaction.executeWithoutResult(all -> {
      intake.take(feed, List.of(posting("1", employer, null)));
      piece.executeWithoutResult(status -> {
        assertThat(postings.takeChanged(1_000_000)).extracting(PostingChange::id).contains(id);
        status.setRollbackOnly();
      });
      assertThat(postings.takeChanged(1_000_000)).extracting(PostingChange::id).contains(id);
      assertThat(postings.takeChanged(1_000_000)).isEmpty();
      all.setRollbackOnly();
    });
  }

  @Test
  void the_same_job_in_two_feeds_counts_once_and_the_other_takes_its_place() {
    var other = TestPostings.feed(db);
    intake.take(feed, List.of(posting("x", employer, null)));
    intake.take(
        other, List.of(posting("y", employer.toUpperCase(java.util.Locale.ROOT) + ", Inc.", null)));
    var both = Set.of(PostingId.of(feed, "x"), PostingId.of(other, "y"));
    var counting = counting(both);
    assertThat(counting).hasSize(1);
    var first = counting.getFirst();
    var second = both.stream().filter(id -> !id.equals(first)).findFirst().orElseThrow();
    assertThat(postings.find(second).orElseThrow().sameAs()).isEqualTo(first);

    assertThat(changes(() -> intake.close(List.of(first.value())), both))
        .containsExactlyInAnyOrder(first, second);
    assertThat(counting(both)).containsExactly(second);
  }

  @Test
  void how_many_count_is_right_and_read_from_an_index_alone() {
    var still =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transaction.getTransactionManager()));
    still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ); // no other test's
    still.executeWithoutResult(status -> {
      long before = postings.counting();
      intake.take(
          feed,
          List.of(
              posting("1", employer, null),
              posting("2", employer + "2", null),
              posting("2-again", employer + "2", null)));
      assertThat(postings.counting()).isEqualTo(before + 2);
      intake.close(List.of(PostingId.of(feed, "1").value()));
      assertThat(postings.counting()).isEqualTo(before + 1);
      db.sql("set local enable_seqscan = off").update();
      db.sql("set local enable_bitmapscan = off").update();
      assertThat(db.sql("explain " + PostingStore.COUNTING).query(String.class).list())
          .anyMatch(line -> line.contains("Index Only Scan using job_posting_counting"));
      status.setRollbackOnly();
    });
  }

  @Test
  void stated_salaries_tell_jobs_apart_and_one_without_repeats_the_first() {
    intake.take(
        feed,
        List.of(
            posting("none", employer, null),
            posting("a", employer, pay("50000", "60000")),
            posting("b", employer, pay("70000", "80000")),
            posting("b-again", employer, pay("70000", "80000"))));
    var ids = new HashSet<PostingId>();
    List.of("none", "a", "b", "b-again").forEach(id -> ids.add(PostingId.of(feed, id)));
    assertThat(counting(ids)).hasSize(2).doesNotContain(PostingId.of(feed, "none"));
  }

  @Test
  void a_posting_past_its_day_is_stored_closed_and_an_open_one_closes_on_its_day() {
    intake.take(feed, List.of(posting("old", employer, null, LONG_AGO)));
    var old = postings.find(PostingId.of(feed, "old")).orElseThrow();
    assertThat(old.closedAt()).isEqualTo(LONG_AGO);

    var day = Instant.parse("2100-01-01T00:00:00Z");
    intake.take(feed, List.of(posting("new", employer, null, day)));
    var id = PostingId.of(feed, "new");
    while (intake.closeExpired(day.minusSeconds(1), LONG_AGO)) {}
    assertThat(postings.find(id).orElseThrow().closedAt()).isNull();
    while (intake.closeExpired(day, LONG_AGO)) {}
    assertThat(postings.find(id).orElseThrow().closedAt()).isNotNull();
  }

  @Test
  void a_closed_posting_that_is_seen_again_is_open_again() {
    intake.take(feed, List.of(posting("1", employer, null)));
    intake.close(intake.open(feed));
    assertThat(intake.open(feed)).isEmpty();
    assertThat(intake.take(feed, List.of(posting("1", employer, null))))
        .isEqualTo(new Taken(0, 1, 0));
    assertThat(intake.open(feed)).hasSize(1);
  }

  @Test
  void a_removed_posting_is_told_as_gone() {
    intake.take(feed, List.of(posting("1", employer, null)));
    assertThat(changesOf(() -> assertThat(intake.remove(feed)).isFalse(), "1"))
        .containsExactly(PostingId.of(feed, "1"));
    assertThat(postings.find(PostingId.of(feed, "1"))).isEmpty();
  }

  private static Salary pay(String low, @Nullable String high) {
    return new Salary(
        new BigDecimal(low), high == null ? null : new BigDecimal(high), "EUR", Period.YEAR);
  }

  private List<PostingId> counting(Set<PostingId> ids) {
    return postings.find(ids).stream().filter(KnownPosting::counts).map(KnownPosting::id).toList();
  }

  private Set<PostingId> changesOf(Runnable work, String... sourceIds) {
    Set<PostingId> ids = new HashSet<>();
    for (var sourceId : sourceIds) {
      ids.add(PostingId.of(feed, sourceId));
    }
    return changes(work, ids);
  }

  /**
   * Which of these the work made due; looked at before it commits, for then a worker takes them.
   */
  private Set<PostingId> changes(Runnable work, Set<PostingId> of) {
    var ids = of.stream().map(PostingId::value).toArray(UUID[]::new);
    return java.util.Objects.requireNonNull(
        transaction.execute(status -> {
          db.sql("delete from job_posting_change where posting_id = any(:ids)")
              .param("ids", ids)
              .update();
          work.run();
          return new HashSet<>(
              db.sql("select posting_id from job_posting_change where posting_id = any(:ids)")
                  .param("ids", ids)
                  .query((row, number) -> new PostingId(row.getObject("posting_id", UUID.class)))
                  .list());
        }));
  }
}
