package org.insignia.server.insights.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.insights.index.opensearch.OpenSearchIndex;
import org.insignia.server.insights.index.opensearch.RunningNode;
import org.insignia.server.insights.index.opensearch.SearchSettings;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.skill.OwnSkills;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that follow one database into one index of a cluster. */
@ServerTest
class SharedIndexModuleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Place ANYWHERE = new Place("", "", "");
  private static final URI SERVER = URI.create("https://badges.example");

  @TempDir static Path folder;
  private static RunningNode node;

  @Autowired private InventedMarket market;
  @Autowired private Postings postings;
  @Autowired private JobEntryStore store;
  @Autowired private JobTagging tagging;
  @Autowired private OwnSkills skills;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  @Autowired private JobIndex embedded;
  @Autowired private Indexing embeddedIndexing;

  @BeforeAll
  static void start() throws IOException {
    node = RunningNode.in(folder);
  }

  @AfterAll
  static void end() {
    if (node != null) {
      node.close();
    }
  }

  private static OpenSearchIndex index(String prefix) {
    return new OpenSearchIndex(
        new SearchSettings(node.url(), prefix, null), SERVER, InstantSource.system());
  }

  private Indexing following(JobIndex index) {
    return new Indexing(postings, store, tagging, skills, index, transaction, clock);
  }

  private static JobQuery mine(String mark) {
    return new JobQuery(Set.of(), "", mark, ANYWHERE, false, null, null, "", "");
  }

  private static String mark() {
    return "Mark" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void it_answers_as_the_embedded_one_does() {
    var mark = mark();
    var ids = market.open(mark, 25, NOW, List.of("Azure", "SQL"));
    var today = java.time.LocalDate.of(2026, 11, 20);
    try (var shared = index("alike")) {
      following(shared).catchUp();
      embeddedIndexing.catchUp();
      assertThat(shared.figures(mine(mark), 10, 10, today))
          .isEqualTo(embedded.figures(mine(mark), 10, 10, today));
      assertThat(shared.count(mine(mark))).isEqualTo(25);
      market.close(ids.subList(0, 20));
      following(shared).catchUp();
      assertThat(shared.count(mine(mark))).isEqualTo(5);
    }
  }

  @Test
  void one_node_at_a_time_writes() {
    var mark = mark();
    market.open(mark, 3, NOW, List.of("Azure"));
    embeddedIndexing.catchUp(); // which tags
    var other =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transaction.getTransactionManager()));
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    try (var shared = index("alone")) {
      var indexing = following(shared);
      transaction.executeWithoutResult(status -> {
        assertThat(store.beginFollowing()).isTrue();
        // Another connection, as another node has.
        var elsewhere = new Indexing(postings, store, tagging, skills, shared, other, clock);
        assertThat(elsewhere.followSome()).isFalse();
      });
      assertThatThrownBy(() -> shared.count(mine(mark))).isInstanceOf(IndexUnavailable.class);
      assertThat(indexing.followSome()).isTrue();
      indexing.catchUp();
      assertThat(shared.count(mine(mark))).isEqualTo(3);
    }
  }

  @Test
  void built_anew_from_the_database_it_says_the_same_throughout() {
    var mark = mark();
    market.open(mark, 12, NOW, List.of("Azure"));
    try (var shared = index("again")) {
      var indexing = following(shared);
      indexing.catchUp();
      long held = shared.revision();
      indexing.rebuild();
      assertThat(shared.revision()).isZero();
      assertThat(shared.count(mine(mark))).isEqualTo(12);
      indexing.catchUp();
      assertThat(shared.count(mine(mark))).isEqualTo(12);
      assertThat(shared.revision()).isEqualTo(held);
    }
  }

  @Test
  void an_index_of_another_database_is_thrown_away() {
    var mark = mark();
    market.open(mark, 5, NOW, List.of("Azure"));
    try (var shared = index("foreign")) {
      var indexing = following(shared);
      indexing.catchUp();
      shared.write(List.of(), List.of(), Long.MAX_VALUE / 2);
      indexing.catchUp();
      assertThat(shared.count(mine(mark))).isEqualTo(5);
    }
  }
}
