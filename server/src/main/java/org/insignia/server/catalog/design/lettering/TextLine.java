package org.insignia.server.catalog.design.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** One line of text as glyphs, measured in em; drawn straight or along a circle. */
public final class TextLine {
  private final Typeface face;
  private final int[] glyphs;

  /** Where each glyph starts, and at the end where the line ends. */
  private final double[] positions;

  private TextLine(Typeface face, int[] glyphs, double[] positions) {
    this.face = face;
    this.glyphs = glyphs;
    this.positions = positions;
  }

  /**
   * @param tracking what is added between two glyphs, in em
   */
  public static TextLine of(String text, double tracking) {
    Typeface face = Typeface.bundled();
    int[] glyphs =
        text.codePoints().filter(c -> !Character.isISOControl(c)).map(face::glyph).toArray();
    double[] positions = new double[glyphs.length + 1];
    for (int i = 0; i < glyphs.length; i++) {
      double end = positions[i] + face.advance(glyphs[i]);
      boolean last = i == glyphs.length - 1;
      positions[i + 1] = last ? end : end + tracking + face.kern(glyphs[i], glyphs[i + 1]);
    }
    return new TextLine(face, glyphs, positions);
  }

  /** Whether the font has every character of this text. */
  public static boolean canWrite(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .noneMatch(c -> Typeface.bundled().glyph(c) == 0);
  }

  /** In em. */
  public double width() {
    return positions[glyphs.length];
  }

  /** Centred on {@code x}, standing on {@code baseline}. */
  public Path2D centredOn(double x, double baseline, double size) {
    return from(x - width() * size / 2, baseline, size);
  }

  /** Beginning at {@code left}, standing on {@code baseline}. */
  public Path2D from(double left, double baseline, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < glyphs.length; i++) {
      var placed = AffineTransform.getTranslateInstance(left + positions[i] * size, baseline);
      placed.scale(size, size);
      path.append(face.outline(glyphs[i]).getPathIterator(placed), false);
    }
    return path;
  }

  /** Around a centre at this radius, read clockwise, its middle at the top. */
  public Path2D around(double x, double y, double radius, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < glyphs.length; i++) {
      double advance = face.advance(glyphs[i]);
      double middle = positions[i] + advance / 2 - width() / 2;
      var placed = AffineTransform.getTranslateInstance(x, y);
      placed.rotate(middle * size / radius);
      placed.translate(-advance * size / 2, -radius);
      placed.scale(size, size);
      path.append(face.outline(glyphs[i]).getPathIterator(placed), false);
    }
    return path;
  }

  @Override
  public String toString() {
    return "line of " + Arrays.toString(glyphs);
  }
}
