package org.insignia.server.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.insignia.server.platform.rounds.Outcome.Answered;
import org.insignia.server.platform.rounds.Outcome.Later;
import org.insignia.server.platform.rounds.Outcome.Refused;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class RoundsTest {
  private static final int MOST_WAITING = 5;

  private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    go.countDown();
    threads.close();
  }

  /** The first round waits until it may go on. */
  private Rounds<String, String> rounds(Function<List<String>, List<Outcome<String>>> work) {
    return new Rounds<>(
        questions -> {
          boolean first = done.isEmpty();
          done.add(questions);
          if (first) {
            inside.countDown();
            await(go);
          }
          return work.apply(questions);
        },
        3,
        MOST_WAITING,
        Duration.ZERO);
  }

  private static List<Outcome<String>> echo(List<String> questions) {
    return questions.stream().map(q -> (Outcome<String>) new Answered<>(q + "!")).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** One after the other, each behind the one before. */
  private List<Future<String>> ask(Rounds<String, String> rounds, String... questions) {
    List<Future<String>> asked = new ArrayList<>();
    for (var question : questions) {
      int waiting = rounds.waiting();
      boolean first = asked.isEmpty();
      asked.add(threads.submit(() -> rounds.ask(question)));
      if (first) {
        await(inside);
      } else {
        Until.holds(() -> rounds.waiting() > waiting);
      }
    }
    return asked;
  }

  @Test
  void who_comes_alone_goes_alone_and_those_who_come_meanwhile_share_rounds() throws Exception {
    var rounds = rounds(RoundsTest::echo);
    var asked = ask(rounds, "a", "b", "c", "d", "e");
    go.countDown();
    for (var one : asked) {
      assertThat(one.get()).endsWith("!");
    }
    assertThat(done).containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
    assertThat(rounds.ask("f")).isEqualTo("f!");
    assertThat(done.getLast()).containsExactly("f");
  }

  @Test
  void what_is_put_off_goes_first_in_the_next_round() throws Exception {
    var rounds =
        rounds(questions ->
            questions.stream()
                .map(q ->
                    q.startsWith("later") && questions.indexOf(q) > 0
                        ? new Later<String>()
                        : echo(List.of(q)).getFirst())
                .toList());
    var asked = ask(rounds, "a", "b", "later 1", "later 2", "c", "d");
    go.countDown();
    assertThat(asked.get(3).get()).isEqualTo("later 2!");
    for (var one : asked) {
      one.get();
    }
    assertThat(done)
        .containsExactly(
            List.of("a"),
            List.of("b", "later 1", "later 2"),
            List.of("later 1", "later 2", "c"),
            List.of("later 2", "d"));
  }

  @Test
  void one_that_is_refused_is_no_matter_of_the_others() throws Exception {
    var rounds =
        rounds(questions ->
            questions.stream()
                .map(q ->
                    q.equals("bad")
                        ? new Refused<String>(new IllegalArgumentException("bad"))
                        : echo(List.of(q)).getFirst())
                .toList());
    var asked = ask(rounds, "a", "good", "bad", "fine");
    go.countDown();
    assertThat(asked.get(1).get()).isEqualTo("good!");
    assertThat(asked.get(3).get()).isEqualTo("fine!");
    assertThatThrownBy(() -> asked.get(2).get()).hasRootCauseMessage("bad");
    assertThat(done).hasSize(2);
  }

  @Test
  void work_that_fails_is_told_to_all_of_its_round_and_the_next_goes_on() throws Exception {
    var rounds =
        rounds(questions -> {
          if (questions.contains("b")) {
            throw new IllegalStateException("the database is gone");
          }
          if (questions.contains("error")) {
            throw new AssertionError("a bug");
          }
          return echo(questions);
        });
    var asked = ask(rounds, "a", "b", "c", "d");
    go.countDown();
    for (var one : asked.subList(1, 4)) {
      assertThatThrownBy(one::get).hasRootCauseMessage("the database is gone");
    }
    assertThatThrownBy(() -> rounds.ask("error")).isInstanceOf(AssertionError.class);
    assertThat(rounds.ask("e")).isEqualTo("e!");
  }

  @Test
  void an_error_leaves_nobody_waiting() throws Exception {
    var rounds =
        rounds(questions -> {
          if (questions.contains("b")) {
            throw new AssertionError("a bug");
          }
          return echo(questions);
        });
    var asked = ask(rounds, "a", "b", "c");
    go.countDown();
    assertThat(asked.getFirst().get()).isEqualTo("a!");
    assertThatThrownBy(() -> asked.get(2).get()).hasRootCauseMessage("the round was broken off");
    assertThat(rounds.ask("d")).isEqualTo("d!");
  }

  @Test
  void who_comes_when_too_many_wait_is_told_at_once() throws Exception {
    var rounds = rounds(RoundsTest::echo);
    var asked = ask(rounds, "a", "1", "2", "3", "4", "5");
    assertThatThrownBy(() -> rounds.ask("6"))
        .isInstanceOf(TransientDataAccessResourceException.class);
    go.countDown();
    for (var one : asked) {
      one.get();
    }
  }
}
