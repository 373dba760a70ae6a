package org.insignia.server.accounts.erasure;

import java.time.Duration;
import java.time.Instant;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/**
 * Accounts that were begun and not confirmed, links that ran out and news of safety that was told
 * long ago: they name mailboxes of people who may have no account that could be erased.
 */
@Component
final class ForgottenWishes implements Sweep {
  /** As the page says that deletes an account. */
  private static final Duration NEWS_KEPT = Duration.ofDays(30);

  private static final int AT_ONCE = 500;
  private final ErasureStore store;

  ForgottenWishes(ErasureStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "forgotten-wishes";
  }

  @Override
  public boolean piece(Instant now) {
    return store.deleteOver(now, now.minus(NEWS_KEPT), AT_ONCE) >= AT_ONCE;
  }
}
