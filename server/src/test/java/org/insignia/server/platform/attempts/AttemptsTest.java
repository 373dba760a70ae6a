package org.insignia.server.platform.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AttemptsTest {
  private static final Attempts.Rule RULE =
      Attempts.Rule.strict(5, Duration.ofSeconds(1), Duration.ofMinutes(15), 100);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Autowired JdbcClient db;
  private final String subject = Attempts.subject("test", UUID.randomUUID().toString());

  private Attempts at(Instant now) {
    return new Attempts(new AttemptStore(db), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void fifty_tries_at_the_same_moment_get_no_more_than_the_free_ones() throws Exception {
    var attempts = at(NOON);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> one = () -> attempts.count(subject, RULE).isEmpty();
      var taken = threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> one).toList());
      int let = 0;
      for (var t : taken) {
        let += t.get() ? 1 : 0;
      }
      assertThat(let).isEqualTo(5);
    }
  }

  @Test
  void the_wait_doubles_with_each_try_and_stops_growing() {
    exhaust(NOON);
    assertThat(at(NOON).count(subject, RULE)).contains(Duration.ofSeconds(1));
    assertThat(at(NOON.plusMillis(999)).count(subject, RULE)).isPresent();
    assertThat(at(NOON.plusSeconds(1)).count(subject, RULE)).isEmpty();
    assertThat(at(NOON.plusSeconds(1)).count(subject, RULE)).contains(Duration.ofSeconds(2));
    var now = NOON.plusSeconds(3);
    for (int i = 0; i < 20; i++) {
      assertThat(at(now).count(subject, RULE)).isEmpty();
      now = now.plus(at(now).count(subject, RULE).orElseThrow());
    }
    assertThat(at(now).count(subject, RULE)).isEmpty();
    assertThat(at(now).count(subject, RULE)).contains(Duration.ofMinutes(15));
  }

  @Test
  void after_a_hundred_in_a_row_waiting_does_not_help_but_starting_over_does() {
    var now = NOON;
    for (int i = 0; i < 100; i++) {
      assertThat(at(now).count(subject, RULE)).isEmpty();
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(at(now.plus(Duration.ofDays(365))).count(subject, RULE)).isPresent();
    at(now).forget(subject);
    assertThat(at(now).count(subject, RULE)).isEmpty();
  }

  @Test
  void where_the_rule_eases_a_quiet_time_gives_the_free_tries_back() {
    var rule =
        Attempts.Rule.easing(2, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));
    assertThat(at(NOON).count(subject, rule)).isEmpty();
    assertThat(at(NOON).count(subject, rule)).isEmpty();
    assertThat(at(NOON).count(subject, rule)).contains(Duration.ofMinutes(1));
    var later = NOON.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(at(later).count(subject, rule)).isEmpty();
    assertThat(at(later).count(subject, rule)).isEmpty();
    assertThat(at(later).count(subject, rule)).isPresent();
  }

  @Test
  void a_try_taken_back_does_not_count() {
    for (int i = 0; i < 20; i++) {
      assertThat(at(NOON).count(subject, RULE)).isEmpty();
      at(NOON).takeBack(subject);
    }
  }

  private void exhaust(Instant now) {
    for (int i = 0; i < 5; i++) {
      assertThat(at(now).count(subject, RULE)).isEmpty();
    }
  }
}
