package org.insignia.server.transcripts.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries in the database before they are judged, for several limits at once: either all of
 * them let a try through and count it, or none counts it. Whatever the number of nodes and of tries
 * at the same moment, no more are judged than every limit allows. A try that turns out to be right
 * is given back.
 *
 * <p>Unlike {@code platform.attempts}, it holds a number of tries in any stretch of time exactly,
 * and never punishes a right try.
 */
@Component
public class Guard implements Sweep {
  /** How long it is remembered how many tries in a row went wrong. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private static final int SWEPT_AT_ONCE = 1000;

  private final TryStore store;
  private final TransactionTemplate own;
  private final Clock clock;

  Guard(TryStore store, PlatformTransactionManager transactions, Clock clock) {
    this.store = store;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** What became of a try. */
  public sealed interface Verdict {}

  /**
   * It is counted and may be judged.
   *
   * @param at under which it is counted
   */
  public record Let(Instant at, List<Count> counts) implements Verdict {
    public Let {
      counts = List.copyOf(counts);
    }
  }

  /** It is not counted and must not be judged. */
  public record Refused(Duration pause) implements Verdict {}

  /**
   * Counts one try, in a transaction of its own that is committed before this returns.
   *
   * @param counts always with the kinds in the same order, the narrowest first: so no two tries
   *     wait for each other
   */
  public Verdict take(List<Count> counts) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var verdict =
        own.execute(status -> {
          for (var count : counts) {
            if (!store.take(count, now, now.plus(memory(count.limit())))) {
              status.setRollbackOnly();
              return new Refused(pause(count, now));
            }
          }
          return new Let(now, counts);
        });
    return java.util.Objects.requireNonNull(verdict);
  }

  private static Duration memory(Limit limit) {
    return limit.hasEnd() ? MEMORY : limit.window();
  }

  private Duration pause(Count count, Instant now) {
    return store.standing(count, now).map(s -> pause(s, count.limit(), now)).orElse(Duration.ZERO);
  }

  /** Never shorter than a second: whoever comes back at once would be refused again. */
  private static Duration pause(TryStore.Standing standing, Limit limit, Instant now) {
    Duration pause;
    if (standing.inARow() >= limit.end()) {
      pause = limit.window();
    } else if (standing.recent() >= limit.most()) {
      pause = Duration.between(now, standing.first().plus(limit.window()));
    } else {
      int beyond = Math.max(0, standing.recent() - limit.free());
      pause = Duration.between(now, standing.last().plus(limit.first().multipliedBy(1L << beyond)));
    }
    return pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause;
  }

  /** This try was right: as if it had not been made, and no longer a row of wrong ones. */
  public void giveBack(Let let) {
    own.executeWithoutResult(
        status -> let.counts().forEach(count -> store.giveBack(count.subject(), let.at())));
  }

  /** Forgets all tries of this subject. */
  public void startOver(String subject) {
    store.forget(subject);
  }

  /** How many tries in a row went wrong. */
  public int inARow(String subject) {
    return Optional.ofNullable(store.inARow(subject)).orElse(0);
  }

  @Override
  public String name() {
    return "transcript-tries";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
