package org.insignia.server.insights.web;

import java.util.List;
import java.util.UUID;

/**
 * How far the labour market asks for what an issuer's badges stand for.
 *
 * @param path of this page
 * @param rows most wanted first
 * @param mayEdit whether the one who looks may switch insights off and on
 */
public record DemandPage(String path, String organisation, List<Row> rows, boolean mayEdit) {
  public DemandPage {
    rows = List.copyOf(rows);
  }

  /** Path of the organisation's home, in which this page is a room. */
  public String home() {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /**
   * One achievement.
   *
   * @param shown whether its earners see insights
   */
  public record Row(UUID id, String name, List<String> skills, long openings, boolean shown) {}
}
