package org.insignia.server.platform.hot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private final List<Collection<Integer>> questions = new CopyOnWriteArrayList<>();
  private final Semaphore mayAnswer = new Semaphore(0);
  private final Semaphore asked = new Semaphore(0);
  private final Together<Integer, String> slow =
      new Together<>(
          keys -> {
            questions.add(List.copyOf(keys));
            asked.release();
            mayAnswer.acquireUninterruptibly();
            return words(keys);
          },
          FOR_EVER);

  private static Map<Integer, String> words(Collection<Integer> keys) {
    var words = new HashMap<Integer, String>();
    keys.stream().filter(k -> k >= 0).forEach(k -> words.put(k, "n" + k));
    return words;
  }

  @Test
  void alone_one_is_answered_by_a_question_of_their_own() {
    var together = new Together<Integer, String>(TogetherTest::words);
    assertThat(together.of(3)).contains("n3");
    assertThat(together.of(-1)).isEmpty();
  }

  @Test
  void those_who_come_while_others_are_answered_are_asked_for_at_once() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Optional<String>>>();
      answers.add(threads.submit(() -> slow.of(0)));
      asked.acquire();
      for (int i = 1; i < 40; i++) {
        int key = i % 20;
        answers.add(threads.submit(() -> slow.of(key)));
      }
      until(() -> slow.waiting() == 39);
      mayAnswer.release(100);
      for (int i = 0; i < 40; i++) {
        assertThat(answers.get(i).get()).contains("n" + i % 20);
      }
    }
    assertThat(questions).hasSize(2);
    assertThat(questions.get(1)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void nobody_is_told_what_was_read_before_they_asked() throws Exception {
    var value = new ConcurrentHashMap<>(Map.of(1, "old"));
    var read = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var together =
        new Together<Integer, String>(
            keys -> {
              var seen = Map.copyOf(value);
              read.countDown();
              try {
                go.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return seen;
            },
            FOR_EVER);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var before = threads.submit(() -> together.of(1));
      read.await();
      value.put(1, "new");
      var after = threads.submit(() -> together.of(1));
      until(() -> together.waiting() == 1);
      go.countDown();
      assertThat(before.get()).contains("old");
      assertThat(after.get()).contains("new");
    }
  }

  @Test
  void a_question_that_fails_fails_for_those_it_was_asked_for_and_nobody_else() throws Exception {
    var broken = new IllegalStateException("no database");
    var together =
        new Together<Integer, String>(
            keys -> {
              asked.release();
              mayAnswer.acquireUninterruptibly();
              if (keys.contains(13)) {
                throw broken;
              }
              return words(keys);
            },
            FOR_EVER);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Optional<String>> one = () -> together.of(1);
      Callable<Optional<String>> wrong = () -> together.of(13);
      var first = threads.submit(one);
      asked.acquire();
      var third = threads.submit(wrong);
      until(() -> together.waiting() == 1);
      mayAnswer.release(10);
      assertThat(first.get()).contains("n1");
      assertThatThrownBy(third::get).isInstanceOf(ExecutionException.class).hasCause(broken);
    }
    assertThat(together.of(2)).contains("n2");
    assertThatThrownBy(() -> together.of(13)).isSameAs(broken);
    assertThat(together.of(4)).contains("n4");
  }

  @Test
  void beside_a_slow_question_others_are_put() throws Exception {
    var impatient =
        new Together<Integer, String>(
            keys -> {
              asked.release();
              mayAnswer.acquireUninterruptibly();
              return words(keys);
            },
            Duration.ZERO);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Optional<String>>>();
      for (int i = 0; i < 4; i++) {
        answers.add(threads.submit(() -> impatient.of(1)));
      }
      asked.acquire(4);
      answers.add(threads.submit(() -> impatient.of(1)));
      until(() -> impatient.waiting() == 1);
      mayAnswer.release(10);
      for (var answer : answers) {
        assertThat(answer.get()).contains("n1");
      }
    }
  }

  private static void until(BooleanSupplier so) {
    while (!so.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void many_at_once_all_get_their_own() throws Exception {
    var together = new Together<Integer, String>(TogetherTest::words);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 64; i++) {
        int own = i;
        answers.add(
            threads.submit(() -> {
              boolean right = true;
              for (int n = 0; n < 2000; n++) {
                right &= together.of(own + n).equals(Optional.of("n" + (own + n)));
              }
              return right;
            }));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    }
  }
}
