package org.insignia.server.console.people;

import java.time.Instant;
import java.util.List;

/**
 * One person: as providers know them, and what happened.
 *
 * @param mayExplain whether the way to the explanation is shown
 * @param bounced addresses that mail does not reach
 * @param events the latest first
 */
public record PersonPage(
    String slug,
    String organisation,
    String name,
    List<Record> records,
    boolean mayExplain,
    List<String> bounced,
    List<Event> events) {
  public PersonPage {
    records = List.copyOf(records);
    bounced = List.copyOf(bounced);
    events = List.copyOf(events);
  }

  /** A candidate record. */
  public record Record(String name, String address, String provider, String number) {}

  /**
   * What happened.
   *
   * @param tone as of a status
   * @param detail in words; may be empty
   * @param path of the page that shows more of it or acts on it; empty: none
   */
  public record Event(Instant at, String tone, String title, String detail, String path) {}
}
