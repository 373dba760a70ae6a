package org.insignia.server.catalog.web;

import java.util.List;

/**
 * The list of everything that can be earned.
 *
 * @param search what was looked for; empty: everything
 * @param mayImport whether the reader may import files
 */
public record CataloguePage(
    String slug,
    String organisation,
    int version,
    String search,
    String show,
    boolean mayImport,
    List<Row> certifications,
    List<Row> exams) {
  public CataloguePage {
    certifications = List.copyOf(certifications);
    exams = List.copyOf(exams);
  }

  /**
   * @param badge key of what it gives; empty for certifications
   */
  public record Row(String path, String code, String title, EntryState state, String badge) {}

  /** Whether nothing was imported yet. */
  public boolean empty() {
    return version == 0;
  }
}
