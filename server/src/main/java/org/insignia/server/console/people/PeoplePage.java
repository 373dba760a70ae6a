package org.insignia.server.console.people;

import java.util.List;

/**
 * People of an organisation.
 *
 * @param asked what was looked for, as typed; empty: everybody
 * @param more whether more were found than are shown
 * @param next path of the next page of everybody; empty on the last
 */
public record PeoplePage(
    String slug,
    String organisation,
    String asked,
    List<Row> rows,
    boolean more,
    String next,
    boolean isFirst) {
  public PeoplePage {
    rows = List.copyOf(rows);
  }

  /** A candidate record. */
  public record Row(String path, String name, String address, String provider, String number) {}
}
