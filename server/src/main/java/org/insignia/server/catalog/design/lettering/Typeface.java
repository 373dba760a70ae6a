package org.insignia.server.catalog.design.lettering;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.insignia.server.platform.fonts.FontFile;

/**
 * A bundled font and the distances of its pairs of letters, read without the machine's font system:
 * a badge looks the same on every machine, and a server without any fonts can draw it. Lengths are
 * in em.
 */
final class Typeface {
  private final FontFile font;
  private final Kerning kerning;

  private Typeface(String name) {
    font = FontFile.named(name);
    kerning = Kerning.read(font.table("GPOS"));
  }

  /** The font of badges: Chinese, and the Latin letters of most languages. Read at first use. */
  static Typeface bundled() {
    return Bundled.FACE;
  }

  /** The rest of Latin, Greek and Cyrillic. Read at first use. */
  static Typeface western() {
    return Western.FACE;
  }

  /**
   * The fonts of a text's characters. As long as the font of badges has them all it is that one; if
   * not, all that the western one has are of that, so that the letters of a word are of one kind.
   */
  static Typeface[] of(int[] codePoints) {
    boolean plain =
        Arrays.stream(codePoints).allMatch(c -> bundled().glyph(c) != 0 && !isCombining(c));
    return Arrays.stream(codePoints)
        .mapToObj(c -> plain || western().glyph(c) == 0 ? bundled() : western())
        .toArray(Typeface[]::new);
  }

  private static boolean isCombining(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  /** The glyph of a character; 0, an empty box, where the font has none. */
  int glyph(int codePoint) {
    return font.glyph(codePoint);
  }

  double advance(int glyph) {
    return font.advance(glyph);
  }

  /** What is added to the advance of {@code left} before {@code right}; mostly zero or less. */
  double kern(int left, int right) {
    return kerning.between(left, right) / font.unitsPerEm();
  }

  /** The outline on a baseline at 0, y downwards, to be filled by the non-zero rule. */
  Path2D outline(int glyph) {
    return font.outline(glyph);
  }

  private static final class Bundled {
    static final Typeface FACE = new Typeface("NotoSansSC-SemiBold");
  }

  private static final class Western {
    static final Typeface FACE = new Typeface("NotoSans-SemiBold");
  }
}
