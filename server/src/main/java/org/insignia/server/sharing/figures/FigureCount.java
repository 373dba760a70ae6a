package org.insignia.server.sharing.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.insignia.server.issuing.browse.IssuedDays;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.stereotype.Component;

/**
 * Counts each day that is over once, from the day of the first badge on, and the present one every
 * few minutes.
 */
@Component
final class FigureCount implements Sweep {
  /** When all nodes have written what they had counted of a day. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Figures figures;
  private final FigureStore store;
  private final IssuedDays issued;

  FigureCount(Figures figures, FigureStore store, IssuedDays issued) {
    this.figures = figures;
    this.store = store;
    this.issued = issued;
  }

  @Override
  public String name() {
    return "figures";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean piece(Instant now) {
    var over = LocalDate.ofInstant(now.minus(LATE), ZoneOffset.UTC).minusDays(1);
    var until =
        store.until().orElseGet(() -> issued.first().map(day -> day.minusDays(1)).orElse(over));
    if (until.isBefore(over)) {
      var next = until.plusDays(1);
      figures.count(next);
      store.setUntil(next);
      return true;
    }
    store.setUntil(until);
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (var day = until.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
      figures.count(day);
    }
    return false;
  }
}
