package org.insignia.server.catalog.design.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** One line of text as glyphs, measured in em; drawn straight or along a circle. */
public final class TextLine {
  private final Typeface[] faces;
  private final int[] glyphs;

  /** Where each glyph starts, and at the end where the line ends. */
  private final double[] positions;

  private TextLine(Typeface[] faces, int[] glyphs, double[] positions) {
    this.faces = faces;
    this.glyphs = glyphs;
    this.positions = positions;
  }

  /**
   * @param tracking what is added between two glyphs, in em
   */
  public static TextLine of(String text, double tracking) {
    int[] characters = text.codePoints().filter(c -> !Character.isISOControl(c)).toArray();
    Typeface[] faces = Typeface.of(characters);
    int[] glyphs = new int[characters.length];
    for (int i = 0; i < glyphs.length; i++) {
      glyphs[i] = faces[i].glyph(characters[i]);
    }
    double[] positions = new double[glyphs.length + 1];
    for (int i = 0; i < glyphs.length; i++) {
      double end = positions[i] + faces[i].advance(glyphs[i]);
      boolean last = i == glyphs.length - 1;
      double kern = last || faces[i] != faces[i + 1] ? 0 : faces[i].kern(glyphs[i], glyphs[i + 1]);
      positions[i + 1] = last ? end : end + tracking + kern;
    }
    return new TextLine(faces, glyphs, positions);
  }

  /** Whether the fonts have every character of this text. */
  public static boolean canWrite(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .allMatch(c -> Typeface.bundled().glyph(c) != 0 || Typeface.western().glyph(c) != 0);
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
      path.append(faces[i].outline(glyphs[i]).getPathIterator(placed), false);
    }
    return path;
  }

  /** Around a centre at this radius, read clockwise, its middle at the top. */
  public Path2D around(double x, double y, double radius, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < glyphs.length; i++) {
      double advance = faces[i].advance(glyphs[i]);
      double middle = positions[i] + advance / 2 - width() / 2;
      var placed = AffineTransform.getTranslateInstance(x, y);
      placed.rotate(middle * size / radius);
      placed.translate(-advance * size / 2, -radius);
      placed.scale(size, size);
      path.append(faces[i].outline(glyphs[i]).getPathIterator(placed), false);
    }
    return path;
  }

  @Override
  public String toString() {
    return "line of " + Arrays.toString(glyphs);
  }
}
