package org.insignia.server.api.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened, the newest first.
 *
 * @param types words of all types
 * @param shown the type that the list is narrowed to; empty for all
 * @param kept days that an event can be read
 * @param later path of the next page; empty on the last
 */
public record EventsPage(
    String slug,
    String organisation,
    List<String> types,
    String shown,
    long kept,
    List<Row> rows,
    String later) {
  public EventsPage {
    types = List.copyOf(types);
    rows = List.copyOf(rows);
  }

  /**
   * One event.
   *
   * @param what the badge or the exam; empty where nothing is known of it any more
   * @param path of a page about it; empty where there is none
   * @param detail of a result, whose it is and why it waits; empty otherwise
   */
  public record Row(
      UUID id, String type, String tone, Instant at, String what, String path, String detail) {}
}
