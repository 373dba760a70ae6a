package org.insignia.server.insights.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.InventedEntries;
import org.insignia.server.insights.index.JobEntry;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.JobIndexContract;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Pay;
import org.insignia.server.insights.index.lucene.LuceneIndex;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what only an index of several nodes can do wrong. */
class OpenSearchIndexTest extends JobIndexContract {
  private static final URI SERVER = URI.create("https://badges.example");
  private static final JobQuery ALL = JobQuery.forSkills(Set.of());
  private static final LocalDate TODAY = LocalDate.ofInstant(InventedEntries.NOW, ZoneOffset.UTC);

  @TempDir static Path folder;
  private static RunningNode node;
  private static OpenSearchIndex index;

  @BeforeAll
  static void open() throws IOException {
    node = RunningNode.in(folder);
    index = at(node.url(), "contract");
  }

  @AfterAll
  static void close() {
    if (node != null) {
      index.close();
      node.close();
    }
  }

  @Override
  protected JobIndex index() {
    return index;
  }

  private static OpenSearchIndex at(String url, String prefix) {
    return new OpenSearchIndex(
        new SearchSettings(url, prefix, null), SERVER, InstantSource.system());
  }

  private static List<JobEntry> entries(int count) {
    return InventedEntries.of(1, count).toList();
  }

  @Test
  void a_first_filling_is_asked_only_when_it_is_whole() {
    try (var own = at(node.url(), "first")) {
      assertThat(own.revision()).isZero();
      own.write(entries(20), List.of(), 42);
      assertThat(own.revision()).isEqualTo(42);
      assertThatThrownBy(() -> own.count(ALL)).isInstanceOf(IndexUnavailable.class);
      own.revision();
      own.caughtUp();
      assertThat(own.count(ALL)).isEqualTo(18);
      assertThat(own.revision()).isEqualTo(42);
    }
  }

  @Test
  void where_there_is_no_posting_the_count_is_nought() {
    try (var own = at(node.url(), "none")) {
      assertThat(own.revision()).isZero();
      own.caughtUp();
      assertThat(own.count(ALL)).isZero();
      assertThat(own.figures(ALL, 5, 5, TODAY).openings()).isZero();
    }
  }

  @Test
  void while_it_is_built_anew_the_one_before_is_asked() {
    try (var own = at(node.url(), "anew");
        var other = at(node.url(), "anew")) {
      own.clear();
      own.write(entries(20), List.of(), 5);
      own.rebuild();
      assertThat(own.revision()).isZero();
      assertThat(other.revision()).isZero();
      own.write(entries(10), List.of(), 3);
      assertThat(other.count(ALL)).isEqualTo(18);
      own.revision();
      own.caughtUp();
      assertThat(other.count(ALL)).isEqualTo(9);
      assertThat(other.revision()).isEqualTo(3);
      own.rebuild();
      own.rebuild(); // again before the first was done
      own.write(entries(20), List.of(), 5);
      own.revision();
      own.caughtUp();
      assertThat(other.count(ALL)).isEqualTo(18);
    }
  }

  @Test
  void an_index_that_somebody_deleted_is_built_anew() throws IOException, InterruptedException {
    try (var own = at(node.url(), "dropped")) {
      own.clear();
      own.write(entries(20), List.of(), 5);
      node.drop("dropped-jobs");
      assertThatThrownBy(() -> own.count(ALL)).isInstanceOf(IndexUnavailable.class);
      assertThat(own.revision()).isZero();
      assertThat(own.trouble()).contains("being filled");
      own.write(entries(20), List.of(), 5);
      own.revision();
      own.caughtUp();
      assertThat(own.count(ALL)).isEqualTo(18);
    }
  }

  @Test
  void a_writer_who_comes_late_changes_nothing() {
    try (var quick = at(node.url(), "late");
        var late = at(node.url(), "late")) {
      quick.clear();
      quick.write(entries(20), List.of(), 5);
      quick.write(List.of(), List.of(1L, 2L), 9);
      late.write(entries(20), List.of(), 5);
      assertThat(late.revision()).isEqualTo(9);
      assertThat(late.count(ALL)).isEqualTo(16);
    }
  }

  @Test
  void servers_of_other_addresses_keep_apart_in_one_cluster() {
    var settings = new SearchSettings(node.url(), "shared", null);
    try (var one = new OpenSearchIndex(settings, SERVER, InstantSource.system());
        var two =
            new OpenSearchIndex(
                settings, URI.create("https://staging.example"), InstantSource.system())) {
      one.clear();
      one.write(entries(20), List.of(), 5);
      two.clear();
      assertThat(two.revision()).isZero();
      assertThat(one.count(ALL)).isEqualTo(18);
    }
  }

  @Test
  void ever_so_many_different_sums_of_pay_are_counted_as_the_embedded_engine_does(
      @TempDir Path own) {
    var paid = IntStream.rangeClosed(1, 12_000).mapToObj(OpenSearchIndexTest::paid).toList();
    try (var lucene = LuceneIndex.in(own);
        var cluster = at(node.url(), "sums")) {
      lucene.write(paid, List.of(), 1);
      cluster.clear();
      cluster.write(paid, List.of(), 1);
      assertThat(cluster.figures(ALL, 5, 20, TODAY)).isEqualTo(lucene.figures(ALL, 5, 20, TODAY));
    }
  }

  private static JobEntry paid(int number) {
    return new JobEntry(
        number,
        true,
        "employer " + number % 7,
        "",
        Set.of("sql"),
        List.of(),
        Workplace.ONSITE,
        number % 10 == 0 ? Seniority.MANAGEMENT : Seniority.MID,
        InventedEntries.NOW,
        new Pay(number % 3 == 0 ? "USD" : "EUR", 5_000_000L + 37L * number),
        Set.of());
  }

  @Test
  void a_cluster_that_is_down_is_told_and_asked_again_when_it_is_back()
      throws IOException, InterruptedException {
    try (var own = at(node.url(), "down")) {
      own.clear();
      own.write(entries(20), List.of(), 5);
      assertThat(own.trouble()).isEmpty();
      JobFigures before = own.figures(ALL, 5, 5, TODAY);
      node.kill();
      assertThatThrownBy(() -> own.figures(ALL, 5, 5, TODAY)).isInstanceOf(IndexUnavailable.class);
      assertThatThrownBy(own::revision).isInstanceOf(IndexUnavailable.class);
      assertThatThrownBy(() -> own.write(entries(2), List.of(), 6))
          .isInstanceOf(IndexUnavailable.class);
      assertThat(own.trouble()).isEqualTo("the search cluster does not answer");
      node.restart();
      assertThat(own.figures(ALL, 5, 5, TODAY)).isEqualTo(before);
      assertThat(own.revision()).isEqualTo(5);
      assertThat(own.trouble()).isEmpty();
    }
  }
}
