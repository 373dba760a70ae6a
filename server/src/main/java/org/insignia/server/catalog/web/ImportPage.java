package org.insignia.server.catalog.web;

import java.time.Instant;
import java.util.List;

/**
 * The form for files, and what was imported before.
 *
 * @param wrong whether it was sent without a file
 */
public record ImportPage(String slug, boolean wrong, List<Past> past) {
  public ImportPage {
    past = List.copyOf(past);
  }

  /** An earlier import. */
  public record Past(String path, Instant at, int added, int changed, int unchanged, int refused) {}
}
