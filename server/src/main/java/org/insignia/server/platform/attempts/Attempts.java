package org.insignia.server.platform.attempts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Component;

/**
 * Counts tries in the database, before they are judged, so that neither many nodes nor many tries
 * at once get more than the rule allows. Past the free ones the wait doubles with each try.
 */
@Component
public final class Attempts implements Sweep {
  private static final int SWEPT_AT_ONCE = 1000;

  private final AttemptStore store;
  private final Clock clock;

  /**
   * How many tries are free and how the wait grows.
   *
   * @param free tries without any wait
   * @param first the wait after the first that is not free; doubles from there
   * @param most the longest wait
   * @param end after so many in a row no more until {@link Attempts#forget}
   * @param quiet after so long without a try the count starts over
   */
  public record Rule(int free, Duration first, Duration most, int end, Duration quiet) {
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** Whether a count is worth nothing after some quiet time. */
    boolean forgives() {
      return quiet.compareTo(NEVER) < 0;
    }

    /** For secrets: time alone never gives the free tries back, and there is an end. */
    public static Rule strict(int free, Duration first, Duration most, int end) {
      return new Rule(free, first, most, end, NEVER);
    }

    /** For what is merely to be slowed down. */
    public static Rule easing(int free, Duration first, Duration most, Duration quiet) {
      return new Rule(free, first, most, Integer.MAX_VALUE, quiet);
    }
  }

  Attempts(AttemptStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Who or what is counted: the text is kept as a hash only. */
  public static String subject(String what, String of) {
    return what + ":" + SecretToken.sha256(of).substring(0, 40);
  }

  /** Counts one try; the wait if it is refused, and then it is not counted. */
  public Optional<Duration> count(String subject, Rule rule) {
    var now = clock.instant();
    if (store.count(subject, rule, now)) {
      return Optional.empty();
    }
    return Optional.of(
        store
            .freeAt(subject)
            .map(at -> Duration.between(now, at))
            .filter(d -> !d.isNegative())
            .orElse(rule.most()));
  }

  /** Takes one try back that turned out to be right, where only wrong ones are to count. */
  public void takeBack(String subject) {
    store.takeBack(subject);
  }

  /** Starts over: the person showed that they know the password or own the mailbox. */
  public void forget(String subject) {
    store.forget(subject);
  }

  @Override
  public String name() {
    return "attempts";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
