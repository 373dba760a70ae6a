package org.insignia.server.catalog.design.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.server.platform.fonts.CharacterMap;
import org.insignia.server.platform.fonts.FontTables;
import org.insignia.server.platform.fonts.GlyphTable;

/**
 * A bundled TrueType font, read without the machine's font system: a badge looks the same on every
 * machine, and a server without any fonts can draw it. Lengths are in em.
 */
final class Typeface {
  private final CharacterMap characters;
  private final GlyphTable glyphs;
  private final Kerning kerning;
  private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

  private Typeface(FontTables tables) {
    characters = CharacterMap.read(tables);
    glyphs = GlyphTable.read(tables);
    kerning = Kerning.read(tables);
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
    return characters.glyph(codePoint);
  }

  double advance(int glyph) {
    return glyphs.advance(glyph) / glyphs.unitsPerEm();
  }

  /** What is added to the advance of {@code left} before {@code right}; mostly zero or less. */
  double kern(int left, int right) {
    return kerning.between(left, right) / glyphs.unitsPerEm();
  }

  /** The outline on a baseline at 0, y downwards, to be filled by the non-zero rule. */
  Path2D outline(int glyph) {
    return outlines.computeIfAbsent(
        glyph,
        g -> {
          double scale = 1 / glyphs.unitsPerEm();
          var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
          glyphs.appendTo(path, g, AffineTransform.getScaleInstance(scale, -scale));
          return path;
        });
  }

  private static final class Bundled {
    static final Typeface FACE = load("/fonts/NotoSansSC-SemiBold.ttf");
  }

  private static final class Western {
    static final Typeface FACE = load("/fonts/NotoSans-SemiBold.ttf");
  }

  private static Typeface load(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("font is not in the program: " + resource);
      }
      return new Typeface(FontTables.of(ByteBuffer.wrap(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
