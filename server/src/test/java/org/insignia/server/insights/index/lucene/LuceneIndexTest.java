package org.insignia.server.insights.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.insignia.server.insights.index.InventedEntries;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.JobIndexContract;
import org.insignia.server.insights.index.JobQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends JobIndexContract {
  private static final JobQuery ALL = JobQuery.forSkills(Set.of());

  @TempDir static Path folder;
  private static LuceneIndex index;

  @BeforeAll
  static void open() {
    index = LuceneIndex.in(folder);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Override
  protected JobIndex index() {
    return index;
  }

  @Test
  void what_was_written_is_there_after_a_restart(@TempDir Path own) {
    try (var first = LuceneIndex.in(own)) {
      first.write(InventedEntries.of(1, 20).toList(), List.of(), 42);
    }
    try (var second = LuceneIndex.in(own)) {
      assertThat(second.revision()).isEqualTo(42);
      assertThat(second.count(ALL)).isEqualTo(18);
    }
  }

  @Test
  void files_that_cannot_be_read_are_thrown_away(@TempDir Path own) throws IOException {
    try (var first = LuceneIndex.in(own)) {
      first.write(InventedEntries.of(1, 20).toList(), List.of(), 42);
    }
    try (var files = Files.walk(own)) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.writeString(file, "nonsense");
      }
    }
    try (var second = LuceneIndex.in(own)) {
      assertThat(second.revision()).isZero();
      assertThat(second.count(ALL)).isZero();
    }
  }

  @Test
  void pay_is_packed_without_loss() {
    for (var currency : List.of("AAA", "USD", "ZZZ")) {
      assertThat(PackedPay.currency(PackedPay.code(currency))).isEqualTo(currency);
      var pay = new org.insignia.server.insights.index.Pay(currency, 20_000_000_000_000L);
      assertThat(PackedPay.sum(PackedPay.of(pay, true))).isEqualTo(pay.sum());
      assertThat(PackedPay.leadsPeople(PackedPay.of(pay, true))).isTrue();
      assertThat(PackedPay.leadsPeople(PackedPay.of(pay, false))).isFalse();
      assertThat(PackedPay.currency(PackedPay.currencyCode(PackedPay.of(pay, true))))
          .isEqualTo(currency);
    }
  }
}
