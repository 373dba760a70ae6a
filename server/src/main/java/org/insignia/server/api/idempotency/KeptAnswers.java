package org.insignia.server.api.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.insignia.server.api.idempotency.KeptAnswerStore.Row;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a key names once. The answer is written in the transaction of the effect: there is no
 * moment at which one is stored and the other is not, so whatever dies when, a request that comes
 * again finds both or neither. Refusals had no effect and are not kept.
 */
@Component
class KeptAnswers implements Sweep {
  /** For so long a key counts; the least that Stripe promises. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final int AT_ONCE = 500;

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

  /** A request that its caller may send twice. */
  record Asked(String caller, IdempotencyKey key, String fingerprint) {
    private String owner() {
      return "api.kept-answer:" + caller + ":" + key.value();
    }
  }

  /** What it does, in the transaction of {@link #once}. */
  interface Work {
    KeptAnswer answer() throws IOException, ServletException;
  }

  /** An answer, and whether it is of an earlier time. */
  record Given(KeptAnswer answer, boolean replayed) {}

  /**
   * @throws Problem.Conflict while the same is at work elsewhere
   * @throws Problem.Invalid for a key that came with something else
   */
  Given once(Asked asked, Work work) {
    return java.util.Objects.requireNonNull(
        transactions.execute(transaction -> {
          if (!store.lock(asked.caller(), asked.key())) {
            throw new Problem.Conflict(
                "a request with this Idempotency-Key is at work; ask again in a moment");
          }
          var now = clock.instant();
          var kept = store.find(asked.caller(), asked.key(), now.minus(KEPT));
          if (kept.isPresent()) {
            return replay(asked, kept.get());
          }
          var answer = done(work);
          if (answer.status() >= 200 && answer.status() < 300) {
            var sealed = vault.seal(answer.json(), asked.owner());
            store.put(
                asked.caller(),
                asked.key(),
                new Row(asked.fingerprint(), answer.status(), sealed),
                now);
          } else {
            transaction.setRollbackOnly();
          }
          return new Given(answer, false);
        }));
  }

  private Given replay(Asked asked, Row kept) {
    if (!kept.fingerprint().equals(asked.fingerprint())) {
      throw new Problem.Invalid(
          IdempotencyKey.HEADER,
          "this key came with another request before; a new request needs a new key");
    }
    return new Given(KeptAnswer.of(kept.status(), vault.open(kept.sealed(), asked.owner())), true);
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
