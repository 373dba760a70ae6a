package org.insignia.server.api.webhooks;

import java.util.List;
import java.util.Set;
import org.insignia.server.accounts.door.Problems;

/**
 * The subscriptions of an organisation.
 *
 * @param types words of all events
 * @param done what was done just now, as the end of a text key; empty for nothing
 */
public record WebhooksPage(
    String slug,
    String organisation,
    List<Row> rows,
    List<String> types,
    Wish wish,
    Problems problems,
    String done) {
  public WebhooksPage {
    rows = List.copyOf(rows);
    types = List.copyOf(types);
  }

  /**
   * One of them.
   *
   * @param state the end of a text key
   */
  public record Row(String path, String url, String state, String tone, List<String> events) {
    public Row {
      events = List.copyOf(events);
    }
  }

  /**
   * What was typed.
   *
   * @param few whether it is told in the few words that programs made for Credly read
   */
  public record Wish(String url, Set<String> events, boolean few) {
    static final Wish EMPTY = new Wish("https://", Set.of(), false);

    public Wish {
      events = Set.copyOf(events);
    }
  }
}
