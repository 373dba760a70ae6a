package org.insignia.server.platform.fonts;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.insignia.openbadges.json.Bytes;
import org.jspecify.annotations.Nullable;

/** One bundled font, read once at its first use; any number of threads may use it. */
public final class FontFile {
  private static final Map<String, FontFile> ALL = new ConcurrentHashMap<>();
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static final System.Logger LOG = System.getLogger(FontFile.class.getName());

  private final String name;
  private final Bytes bytes;
  private final FontTables tables;
  private final CharacterMap characters;
  private final GlyphTable glyphs;
  private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();
  private volatile @Nullable Font shaped;
  private volatile boolean unshaped;

  private FontFile(String name, Bytes bytes) {
    this.name = name;
    this.bytes = bytes;
    this.tables = FontTables.of(ByteBuffer.wrap(bytes.view()));
    this.characters = CharacterMap.read(tables);
    this.glyphs = GlyphTable.read(tables);
  }

  /**
   * The font of this name.
   *
   * @param name of its file, without the ending
   */
  public static FontFile named(String name) {
    FontFile known = ALL.get(name);
    return known == null ? ALL.computeIfAbsent(name, FontFile::load) : known;
  }

  private static FontFile load(String name) {
    try (InputStream in = FontFile.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("font is not in the program: " + name);
      }
      return new FontFile(name, Bytes.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it names itself in PostScript. */
  public String name() {
    return name;
  }

  /** 0 where the font has none. */
  public int glyph(int codePoint) {
    return characters.glyph(codePoint);
  }

  boolean has(int codePoint) {
    return characters.glyph(codePoint) != 0;
  }

  /** In em. */
  public double advance(int glyph) {
    return glyphs.advance(glyph) / glyphs.unitsPerEm();
  }

  /** Into how many units its own tables divide an em. */
  public double unitsPerEm() {
    return glyphs.unitsPerEm();
  }

  /**
   * One of its tables, to be read only.
   *
   * @param tag for example {@code GPOS}
   */
  public ByteBuffer table(String tag) {
    return tables.table(tag).asReadOnlyBuffer();
  }

  /** How far letters reach above the baseline, in em. */
  public double ascent() {
    return tables.table("hhea").getShort(4) / glyphs.unitsPerEm();
  }

  /** How far letters reach below the baseline, in em; positive. */
  public double descent() {
    return -tables.table("hhea").getShort(6) / glyphs.unitsPerEm();
  }

  /** The least rectangle around all glyphs, in em: left, bottom, right, top. */
  public double[] bounds() {
    var box = new double[4];
    for (int i = 0; i < 4; i++) {
      box[i] = tables.table("head").getShort(36 + 2 * i) / glyphs.unitsPerEm();
    }
    return box;
  }

  /** On a baseline at 0, y downwards, one em large; to be filled by the non-zero rule. */
  public Path2D outline(int glyph) {
    return outlines.computeIfAbsent(
        glyph,
        g -> {
          double scale = 1 / glyphs.unitsPerEm();
          var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
          glyphs.appendTo(path, g, AffineTransform.getScaleInstance(scale, -scale));
          return path;
        });
  }

  /** A TrueType file with these glyphs alone, numbered in the order given; the first must be 0. */
  public Bytes subset(Iterable<Integer> wanted) {
    return FontSubset.of(tables, wanted);
  }

  /** For the shaper of the JDK, at one unit a point; null where this machine's Java has none. */
  @Nullable Font forShaping() {
    Font font = shaped;
    if (font == null && !unshaped) {
      synchronized (this) {
        font = shaped == null ? open() : shaped;
        shaped = font;
        unshaped = font == null;
      }
    }
    return font;
  }

  private @Nullable Font open() {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes.view()))
          .deriveFont(
              Map.of(
                  TextAttribute.SIZE, (float) glyphs.unitsPerEm(),
                  TextAttribute.KERNING, TextAttribute.KERNING_ON,
                  TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    } catch (FontFormatException | IOException | RuntimeException | LinkageError e) {
      if (!TOLD.getAndSet(true)) {
        LOG.log(
            Level.WARNING,
            "This Java cannot shape text (on Linux the package fontconfig is missing): letters of "
                + "Arabic and Indian scripts are set unjoined",
            e);
      }
      return null;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
