package org.insignia.server.api.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.insignia.server.api.idempotency.KeptAnswerStore.Row;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a key names once. The answer is written in the transaction of the effect: there is no
 * moment at which one is stored and the other is not, so whatever dies when, a request that comes
 * again finds both or neither. Refusals had no effect and are not kept.
 */
@Component
public class KeptAnswers implements Sweep {
  /** For so long a key counts; the least that Stripe promises. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final int AT_ONCE = 500;

  private static final DefaultTransactionDefinition APART =
      new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

  private final KeptAnswerStore store;
  private final Vault vault;
  private final TransactionTemplate transactions;
  private final Clock clock;

  KeptAnswers(KeptAnswerStore store, Vault vault, TransactionTemplate transactions, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What it does, in the transaction of {@link #once}. */
  interface Work {
    KeptAnswer answer() throws IOException, ServletException;
  }

  /** An answer, and whether it is of an earlier time. */
  public record Given(KeptAnswer answer, boolean replayed) {}

  /**
   * @throws Problem.Conflict while the same is at work elsewhere
   * @throws Problem.Invalid for a key that came with something else
   */
  Given once(Asked asked, Work work) {
    return once(asked, asked::fingerprint, work);
  }

  /**
   * As the other, for a file: what is asked for is known when it was read.
   *
   * @param named its fingerprint is not looked at
   * @param fingerprint asked for once: when the work was done, or had been done before
   */
  Given once(Asked named, Supplier<String> fingerprint, Work work) {
    return java.util.Objects.requireNonNull(
        transactions.execute(transaction -> {
          if (store.lock(List.of(named)).isEmpty()) {
            throw atWork();
          }
          var kept = store.find(List.of(named), clock.instant().minus(KEPT)).get(named.name());
          if (kept != null) {
            return switch (found(named.with(fingerprint.get()), kept)) {
              case Found.Kept(KeptAnswer answer) -> new Given(answer, true);
              case Found.Refused(Problem why) -> throw why;
              case Found.Nothing _ -> throw new IllegalStateException("an answer that is none");
            };
          }
          var answer = done(work);
          if (answer.status() >= 200 && answer.status() < 300) {
            keep(Map.of(named.with(fingerprint.get()), answer));
          } else {
            transaction.setRollbackOnly();
          }
          return new Given(answer, false);
        }));
  }

  /** What there is under a key. */
  public sealed interface Found {
    /** No answer: what is asked for is to be done, and its answer kept. */
    record Nothing() implements Found {}

    /** It was done before. */
    record Kept(KeptAnswer answer) implements Found {}

    /** It is being done elsewhere, or the key came with something else. */
    record Refused(Problem why) implements Found {}
  }

  /**
   * Looks under these keys; until the caller's transaction ends nobody else works at those where
   * nothing is.
   *
   * @param asked no two with the same key
   * @return in the same order
   */
  public List<Found> look(List<Asked> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Set<String> ours = store.lock(asked);
    Map<String, Row> kept = store.find(asked, clock.instant().minus(KEPT));
    return asked.stream()
        .map(one ->
            ours.contains(one.name())
                ? found(one, kept.get(one.name()))
                : new Found.Refused(atWork()))
        .toList();
  }

  private static Problem.Conflict atWork() {
    return new Problem.Conflict(
        "a request with this Idempotency-Key is at work; ask again in a moment");
  }

  private Found found(Asked asked, @Nullable Row kept) {
    if (kept == null) {
      return new Found.Nothing();
    }
    if (!kept.fingerprint().equals(asked.fingerprint())) {
      return new Found.Refused(
          new Problem.Invalid(
              IdempotencyKey.HEADER,
              "this key came with another request before; a new request needs a new key"));
    }
    return new Found.Kept(KeptAnswer.of(kept.status(), vault.open(kept.sealed(), asked.owner())));
  }

  /** Keeps answers in the caller's transaction, which is that of the effects. */
  public void keep(Map<Asked, KeptAnswer> answers) {
    if (!answers.isEmpty()) {
      Map<Asked, Row> rows = new LinkedHashMap<>();
      answers.forEach((asked, answer) -> {
        var sealed = vault.seal(answer.json(), asked.owner());
        rows.put(asked, new Row(asked.fingerprint(), answer.status(), sealed));
      });
      store.put(rows, clock.instant());
    }
  }

  /**
   * The same work in transactions of its own, while that of the key stays open: for what is too
   * large for one. It is known again by what it brings, should it die before its answer is kept.
   */
  Work apart(Work work) {
    return () ->
        java.util.Objects.requireNonNull(
            new TransactionTemplate(
                    java.util.Objects.requireNonNull(transactions.getTransactionManager()), APART)
                .execute(none -> done(work)));
  }

  private static KeptAnswer done(Work work) {
    try {
      return work.answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException("a request failed", e);
    }
  }

  @Override
  public String name() {
    return "api-kept-answers";
  }

  @Override
  public boolean piece(Instant now) {
    return store.removeOld(now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
