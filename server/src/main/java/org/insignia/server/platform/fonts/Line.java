package org.insignia.server.platform.fonts;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a paragraph, measured in em.
 *
 * @param runs in the order in which they are read
 * @param width without the white space that it ends with
 * @param end how much of what is drawn of the paragraph ends with this line, in characters
 */
public record Line(List<Run> runs, double width, int end) {
  public Line {
    runs = List.copyOf(runs);
  }

  /**
   * @param piece which piece of the paragraph it is of
   * @param x where it begins
   */
  public record Run(int piece, double x, Glyphs glyphs) {}

  /**
   * @param levels of the runs, by the bidirectional algorithm
   * @param visible how many runs there are before white space at the end
   */
  static Line of(List<Run> runs, List<Byte> levels, int visible, int end) {
    byte[] order = new byte[visible];
    Object[] indexes = new Object[visible];
    for (int i = 0; i < visible; i++) {
      order[i] = levels.get(i);
      indexes[i] = i;
    }
    if (visible > 1) {
      Bidi.reorderVisually(order, 0, indexes, 0, visible);
    }
    double[] places = new double[runs.size()];
    double x = 0;
    for (Object index : indexes) {
      places[(Integer) index] = x;
      x += runs.get((Integer) index).glyphs().width();
    }
    for (int i = visible; i < runs.size(); i++) {
      places[i] = levels.get(i) == 0 ? x : -runs.get(i).glyphs().width();
    }
    var placed = new ArrayList<Run>();
    for (int i = 0; i < runs.size(); i++) {
      placed.add(new Run(runs.get(i).piece(), places[i], runs.get(i).glyphs()));
    }
    return new Line(placed, x, end);
  }

  /** The letters beginning at {@code left}, standing on {@code baseline}, y downwards. */
  public Path2D outline(double left, double baseline, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Run run : runs) {
      for (Glyphs.Cluster cluster : run.glyphs().clusters()) {
        for (Glyphs.Glyph glyph : cluster.glyphs()) {
          var placed =
              AffineTransform.getTranslateInstance(
                  left + (run.x() + glyph.x()) * size, baseline - glyph.y() * size);
          placed.scale(size, size);
          path.append(run.glyphs().font().outline(glyph.id()).getPathIterator(placed), false);
        }
      }
    }
    return path;
  }
}
