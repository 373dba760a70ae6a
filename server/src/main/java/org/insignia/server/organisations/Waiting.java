package org.insignia.server.organisations;

import java.util.List;

/**
 * Port: what waits for the staff of an organisation; a bean of the feature that knows. The answer
 * stands on top of the organisation's home, so it is quick: nothing is counted beyond {@link
 * #MOST}.
 */
public interface Waiting {
  /** The greatest count that is exact; more is shown as "more than this". */
  int MOST = 99;

  /** The lines of this organisation; what counts nothing is left out of the page. */
  List<Line> of(Organisation organisation);

  /**
   * One kind of thing that waits.
   *
   * @param key text key of its name, which stands beside the count and so has no plural
   * @param count how many; anything beyond {@link #MOST} means more
   * @param path where it is dealt with
   * @param needs who can deal with it: it is shown to nobody else
   */
  record Line(String key, long count, String path, Role needs) {}
}
