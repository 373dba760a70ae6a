package org.insignia.server.platform.fonts;

import java.util.List;

/**
 * A run of one font and one direction as glyphs from left to right, measured in em.
 *
 * @param clusters what belongs together and what was written there, from left to right
 * @param width what it takes along the line
 */
public record Glyphs(FontFile font, List<Cluster> clusters, double width) {
  public Glyphs {
    clusters = List.copyOf(clusters);
  }

  /**
   * @param y upwards
   */
  public record Glyph(int id, double x, double y) {}

  /**
   * Glyphs that together stand for a text.
   *
   * @param text as it was written
   */
  public record Cluster(String text, List<Glyph> glyphs) {
    public Cluster {
      glyphs = List.copyOf(glyphs);
    }
  }
}
