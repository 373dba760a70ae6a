package org.insignia.server.accounts.door;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.attempts.Attempts.Rule;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.problem.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many letters may be asked for by people who are not signed in, whoever they go to and whether
 * or not any is written: from one network, and in all. What one mailbox gets is limited beside this
 * by those who write.
 */
@Component
public final class LetterLimits {
  /** A school behind one address may; a machine that writes to strangers may not. */
  static final Rule OF_A_NETWORK =
      Rule.easing(400, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1));

  /** In an hour, from anywhere: five a second. Beyond, the good name of our mail is at stake. */
  static final Rule OF_ALL =
      Rule.easing(20_000, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofHours(2));

  private final Attempts attempts;
  private final Clock clock;
  private final Rule ofANetwork;
  private final Rule ofAll;

  @Autowired
  LetterLimits(Attempts attempts, Clock clock) {
    this(attempts, clock, OF_A_NETWORK, OF_ALL);
  }

  LetterLimits(Attempts attempts, Clock clock, Rule ofANetwork, Rule ofAll) {
    this.attempts = attempts;
    this.clock = clock;
    this.ofANetwork = ofANetwork;
    this.ofAll = ofAll;
  }

  /**
   * Counts one letter that is asked for, before anything is known of its mailbox; how long to wait
   * if it is one too many.
   *
   * @param address the address that asks, as the container tells it
   */
  public Optional<Duration> count(String address) {
    return attempts.count(ofNetwork(address), ofANetwork).or(() -> attempts.count(ofAll(), ofAll));
  }

  /**
   * As {@link #count} for those who have no form to say it in.
   *
   * @throws Problem.TooMany if it is one too many
   */
  public void require(String address) {
    count(address)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "too many letters are asked for");
        });
  }

  static String ofNetwork(String address) {
    return Attempts.subject("letters", Network.of(address).name());
  }

  /** Each hour counts for itself: where many come all day, the count would never start over. */
  private String ofAll() {
    return Attempts.subject(
        "all-letters", clock.instant().truncatedTo(ChronoUnit.HOURS).toString());
  }
}
