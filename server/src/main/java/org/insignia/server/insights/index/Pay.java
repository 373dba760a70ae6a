package org.insignia.server.insights.index;

import java.util.Optional;
import org.insignia.server.insights.posting.Posting;

/**
 * What a posting pays in a year, for statistics.
 *
 * @param sum the two bounds together: twice what counts, so that halves stay whole
 */
public record Pay(String currency, long sum) {
  /** Above this no posting counts, in no currency. */
  private static final long MOST = 20_000_000_000_000L;

  /** The pay of a posting; empty where it states none a year can be made of. */
  static Optional<Pay> of(Posting posting) {
    var salary = posting.salary();
    return salary == null
        ? Optional.empty()
        : salary
            .annual()
            .map(year -> new Pay(salary.currency(), year.low() + year.high()))
            .filter(pay -> pay.sum <= MOST);
  }
}
