package org.insignia.server.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/** How many letters went out on a day counts on that day alone. */
@Component
final class MailDays implements Sweep {
  /** Room is given back to the day on which it was taken, which may have ended since. */
  private static final int KEPT = 7;

  private static final int AT_ONCE = 1000;
  private final MailQuotaStore store;

  MailDays(MailQuotaStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "mail-days";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public boolean piece(Instant now) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return store.forgetBefore(today.minusDays(KEPT), AT_ONCE) == AT_ONCE;
  }
}
