package org.insignia.server.platform.rounds;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks a question once for all who have it at the same moment. Nobody is given an answer that was
 * looked for before they asked, so it is as true as one of their own.
 *
 * @param <K> what is asked about
 * @param <A> what is found
 */
public final class Shared<K, A> {
  private static final int MOST = 1_000;

  private final Function<K, A> question;
  private final Map<K, Asking> askings = new ConcurrentHashMap<>();

  /**
   * @param question asks the database, in nobody's transaction
   */
  public Shared(Function<K, A> question) {
    this.question = question;
  }

  /** Those who ask about the same. */
  private final class Asking {
    private final Rounds<K, A> rounds =
        new Rounds<>(
            keys ->
                Collections.nCopies(
                    keys.size(), new Outcome.Answered<>(question.apply(keys.getFirst()))),
            MOST,
            MOST,
            Duration.ZERO);
    private int people;
  }

  /** What is found; in a transaction it is looked for alone, as its own changes are. */
  public A of(K key) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return question.apply(key);
    }
    var asking =
        askings.compute(
            key,
            (_, known) -> {
              var one = known == null ? new Asking() : known;
              one.people++;
              return one;
            });
    try {
      return asking.rounds.ask(key);
    } finally {
      askings.computeIfPresent(key, (_, one) -> --one.people == 0 ? null : one);
    }
  }
}
