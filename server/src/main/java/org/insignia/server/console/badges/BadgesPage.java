package org.insignia.server.console.badges;

import java.time.Instant;
import java.util.List;

/**
 * Badges of an organisation.
 *
 * @param done what was done just now, in words; empty: nothing
 * @param choices achievements to choose from
 * @param mayTake whether files of them are offered
 * @param next path of the next page; empty on the last
 * @param isFirst whether this is the first page
 */
public record BadgesPage(
    String slug,
    String organisation,
    String done,
    Asked asked,
    List<Choice> choices,
    List<Row> rows,
    boolean mayTake,
    String next,
    boolean isFirst) {
  public BadgesPage {
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
  }

  /** An achievement. */
  public record Choice(String id, String name) {}

  /**
   * One badge.
   *
   * @param bounced whether mail does not reach its earner
   */
  public record Row(
      String path,
      String person,
      String title,
      String name,
      String address,
      Instant issued,
      BadgeState state,
      boolean bounced) {}
}
