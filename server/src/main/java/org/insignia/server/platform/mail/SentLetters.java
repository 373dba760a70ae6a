package org.insignia.server.platform.mail;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/**
 * Forgets whom letters went to, a month after they were done: long enough for a report that one
 * could not be delivered. That it went out, and what about, stays.
 */
@Component
final class SentLetters implements Sweep {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 1000;
  private final OutboxStore store;

  SentLetters(OutboxStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "sent-letters";
  }

  @Override
  public boolean piece(Instant now) {
    return store.forgetBefore(now.minus(KEPT), AT_ONCE) == AT_ONCE;
  }
}
