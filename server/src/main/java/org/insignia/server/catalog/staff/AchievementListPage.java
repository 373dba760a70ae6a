package org.insignia.server.catalog.staff;

import java.util.List;

/**
 * What an organisation gives badges for.
 *
 * @param search what was looked for; empty: everything
 * @param show word of the state that is shown
 * @param made word of where they come from
 * @param mayMake whether the reader may make another
 * @param total how many fit
 * @param isNew whether there is none at all yet
 */
public record AchievementListPage(
    String slug,
    String organisation,
    String search,
    String show,
    String made,
    boolean mayMake,
    List<Row> rows,
    int total,
    boolean isNew,
    String earlier,
    String later) {
  public AchievementListPage {
    rows = List.copyOf(rows);
  }

  /** One achievement. */
  public record Row(
      String path, String picture, String name, String kindKey, String stateKey, String tone) {}

  /** Path of this page. */
  public String path() {
    return "/console/" + slug + "/achievements";
  }
}
