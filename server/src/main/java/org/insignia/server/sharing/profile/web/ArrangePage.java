package org.insignia.server.sharing.profile.web;

import java.util.List;
import java.util.UUID;

/**
 * Where a person puts their badges in order.
 *
 * @param profile path of their profile
 * @param moved id of the badge that was moved just now; empty where none was
 */
public record ArrangePage(List<Row> rows, String profile, String moved) {
  public ArrangePage {
    rows = List.copyOf(rows);
  }

  /** One badge in the list. */
  public record Row(UUID id, String name, String issuer, String picture) {}
}
