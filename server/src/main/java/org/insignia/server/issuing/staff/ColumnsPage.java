package org.insignia.server.issuing.staff;

import java.util.List;
import org.insignia.server.platform.i18n.Language;

/**
 * What the columns of a list mean, to be settled.
 *
 * @param problems why it cannot be tried yet
 * @param notices what was found about the file as a whole
 * @param latin whether it is read as Windows-1252
 * @param badge slug of the badge for rows that name none; empty: each row names one
 */
public record ColumnsPage(
    String slug,
    String organisation,
    String path,
    String name,
    List<String> problems,
    List<String> notices,
    boolean latin,
    List<Cell> cells,
    List<String> meanings,
    List<IssuePage.Choice> badges,
    String badge,
    List<Language> languages,
    String language,
    boolean quiet) {

  /**
   * A column.
   *
   * @param header its name in the file
   * @param meaning name of what it says
   * @param samples what stands in it in the first rows
   */
  public record Cell(String field, String header, String meaning, List<String> samples) {}
}
