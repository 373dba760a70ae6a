package org.insignia.server.transcripts.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.transcripts.guard.Guard.Let;
import org.insignia.server.transcripts.guard.Guard.Refused;
import org.insignia.server.transcripts.guard.Guard.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class GuardTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Limit TEN = Limit.of(10, Duration.ofHours(1));
  private static final Limit SLOW =
      Limit.of(7, Duration.ofHours(1)).slowedAfter(5, Duration.ofMinutes(1));

  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;
  private final String thing = UUID.randomUUID().toString();

  @Test
  @DisplayName("C10: 50 threads x 20 tries on two nodes: no more are let than the limit")
  void no_more_tries_are_let_than_the_limit_however_many_come_at_once() throws Exception {
    var nodes = List.of(at(NOON), at(NOON.plusMillis(3)));
    var counts = List.of(Count.of("wide", thing, Limit.of(500, Duration.ofHours(1))), count(TEN));
    var clients = new ArrayList<Callable<Integer>>();
    for (int c = 0; c < 50; c++) {
      var node = nodes.get(c % 2);
      clients.add(() -> (int) IntStream.range(0, 20).filter(i -> isLet(node.take(counts))).count());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int let = 0;
      for (var client : threads.invokeAll(clients)) {
        let += client.get();
      }
      assertThat(let).isEqualTo(10);
    }
    // What the narrow limit refused was not counted for the wide one either.
    assertThat(tries("wide")).isEqualTo(10);
  }

  @Test
  void no_stretch_of_an_hour_holds_more_than_the_limit() {
    for (int i = 0; i < 10; i++) {
      assertThat(isLet(at(NOON.plusSeconds(i * 300L)).take(List.of(count(TEN))))).isTrue();
    }
    assertThat(at(NOON.plusSeconds(3000)).take(List.of(count(TEN))))
        .isEqualTo(new Refused(Duration.ofMinutes(10)));
    assertThat(isLet(at(NOON.plusSeconds(3600)).take(List.of(count(TEN))))).isTrue();
    assertThat(at(NOON.plusSeconds(3601)).take(List.of(count(TEN))))
        .isEqualTo(new Refused(Duration.ofSeconds(299)));
  }

  @Test
  void after_the_free_tries_the_wait_doubles() {
    for (int i = 0; i < 5; i++) {
      assertThat(isLet(at(NOON).take(List.of(count(SLOW))))).isTrue();
    }
    assertThat(at(NOON).take(List.of(count(SLOW)))).isEqualTo(new Refused(Duration.ofMinutes(1)));
    assertThat(isLet(at(NOON.plusSeconds(60)).take(List.of(count(SLOW))))).isTrue();
    assertThat(at(NOON.plusSeconds(60)).take(List.of(count(SLOW))))
        .isEqualTo(new Refused(Duration.ofMinutes(2)));
    assertThat(isLet(at(NOON.plusSeconds(180)).take(List.of(count(SLOW))))).isTrue();
    assertThat(at(NOON.plusSeconds(180)).take(List.of(count(SLOW))))
        .isEqualTo(new Refused(Duration.ofMinutes(57)));
  }

  @Test
  void a_right_try_is_as_if_it_had_not_been_made() {
    for (int i = 0; i < 30; i++) {
      var verdict = at(NOON).take(List.of(count(TEN)));
      at(NOON).giveBack((Let) verdict);
    }
    assertThat(tries("narrow")).isZero();
  }

  @Test
  void of_two_tries_at_the_same_moment_only_the_right_one_is_given_back() {
    var right = (Let) at(NOON).take(List.of(count(TEN)));
    at(NOON).take(List.of(count(TEN)));
    at(NOON).giveBack(right);
    assertThat(tries("narrow")).isEqualTo(1);
  }

  @Test
  void after_a_hundred_in_a_row_waiting_does_not_help_but_starting_over_does() {
    var limit = Limit.of(10, Duration.ofHours(1)).endingAfter(100);
    var now = NOON;
    for (int i = 0; i < 100; i++) {
      assertThat(isLet(at(now).take(List.of(count(limit))))).isTrue();
      now = now.plus(Duration.ofMinutes(7));
    }
    var later = now.plus(Duration.ofDays(20));
    assertThat(isLet(at(later).take(List.of(count(limit))))).isFalse();
    at(later).startOver(count(limit).subject());
    assertThat(isLet(at(later).take(List.of(count(limit))))).isTrue();
  }

  @Test
  void a_right_try_ends_the_row_of_wrong_ones() {
    for (int i = 0; i < 4; i++) {
      at(NOON).take(List.of(count(TEN)));
    }
    assertThat(at(NOON).inARow(count(TEN).subject())).isEqualTo(4);
    at(NOON).giveBack((Let) at(NOON).take(List.of(count(TEN))));
    assertThat(at(NOON).inARow(count(TEN).subject())).isZero();
  }

  @Test
  void rows_that_count_nothing_any_more_are_swept() {
    at(NOON).take(List.of(count(TEN)));
    while (at(NOON).piece(NOON.plus(Duration.ofMinutes(59)))) {
      // until nothing is left that was worthless before
    }
    assertThat(tries("narrow")).isEqualTo(1);
    while (at(NOON).piece(NOON.plus(Duration.ofMinutes(61)))) {
      // as above
    }
    assertThat(tries("narrow")).isZero();
  }

  private Count count(Limit limit) {
    return Count.of("narrow", thing, limit);
  }

  private static boolean isLet(Verdict verdict) {
    return verdict instanceof Let;
  }

  private int tries(String kind) {
    return db.sql("select cardinality(tries) from transcript_try where subject = :subject")
        .param("subject", Count.subject(kind, thing))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private Guard at(Instant now) {
    return new Guard(new TryStore(db), transactions, Clock.fixed(now, ZoneOffset.UTC));
  }
}
