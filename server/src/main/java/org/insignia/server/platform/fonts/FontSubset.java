package org.insignia.server.platform.fonts;

import static org.insignia.server.platform.fonts.FontTables.unsigned;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.openbadges.json.Bytes;

/**
 * Some glyphs of a font as a font of their own, with the tables that a PDF needs (ISO 32000-2,
 * 9.9.1). Glyphs are numbered as they are asked for, one may be asked for twice; parts of composed
 * ones follow.
 */
final class FontSubset {
  private static final int WORDS = 1;
  private static final int ONE_SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;
  private static final int MAGIC = 0xB1B0AFBA;

  private final FontTables tables;
  private final ByteBuffer glyf;
  private final ByteBuffer loca;
  private final boolean wideOffsets;
  private final List<Integer> glyphs = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private FontSubset(FontTables tables, Iterable<Integer> wanted) {
    this.tables = tables;
    this.glyf = tables.table("glyf");
    this.loca = tables.table("loca");
    this.wideOffsets = unsigned(tables.table("head"), 50) == 1;
    for (int glyph : wanted) {
      numbers.putIfAbsent(glyph, glyphs.size());
      glyphs.add(glyph);
    }
  }

  /**
   * @param wanted glyphs of the font, the first being 0
   */
  static Bytes of(FontTables tables, Iterable<Integer> wanted) {
    return new FontSubset(tables, wanted).file();
  }

  private Bytes file() {
    var outlines = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    for (int i = 0; i < glyphs.size(); i++) { // grows while parts are found
      offsets.add(outlines.size());
      byte[] outline = outline(glyphs.get(i));
      outlines.write(outline, 0, outline.length);
      outlines.write(new byte[-outline.length & 3], 0, -outline.length & 3);
    }
    offsets.add(outlines.size());
    var written = new TreeMap<String, byte[]>();
    written.put("glyf", outlines.toByteArray());
    written.put("loca", loca(offsets));
    written.put("hmtx", metrics());
    written.put("hhea", altered("hhea", 34, glyphs.size()));
    written.put("maxp", altered("maxp", 4, glyphs.size()));
    byte[] head = altered("head", 50, 1);
    ByteBuffer.wrap(head).putInt(8, 0);
    written.put("head", head);
    return assembled(written);
  }

  private int offset(int glyph) {
    return wideOffsets ? loca.getInt(4 * glyph) : 2 * unsigned(loca, 2 * glyph);
  }

  /** With the new numbers of its parts where it is composed. */
  private byte[] outline(int glyph) {
    int start = offset(glyph);
    byte[] copy = new byte[offset(glyph + 1) - start];
    glyf.get(start, copy);
    if (copy.length == 0 || copy[0] >= 0) {
      return copy;
    }
    ByteBuffer parts = ByteBuffer.wrap(copy);
    int at = 10;
    int flags;
    do {
      flags = unsigned(parts, at);
      parts.putShort(at + 2, (short) number(unsigned(parts, at + 2)));
      at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
      at += (flags & ONE_SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) >> 4;
    } while ((flags & MORE) != 0);
    return copy;
  }

  private int number(int glyph) {
    Integer known = numbers.putIfAbsent(glyph, glyphs.size());
    if (known == null) {
      glyphs.add(glyph);
      return glyphs.size() - 1;
    }
    return known;
  }

  private static byte[] loca(List<Integer> offsets) {
    var table = ByteBuffer.allocate(4 * offsets.size());
    offsets.forEach(table::putInt);
    return table.array();
  }

  private byte[] metrics() {
    ByteBuffer hmtx = tables.table("hmtx");
    int full = unsigned(tables.table("hhea"), 34);
    var table = ByteBuffer.allocate(4 * glyphs.size());
    for (int glyph : glyphs) {
      table.putShort(hmtx.getShort(4 * Math.min(glyph, full - 1)));
      table.putShort(hmtx.getShort(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)));
    }
    return table.array();
  }

  private byte[] altered(String tag, int at, int value) {
    ByteBuffer table = tables.table(tag);
    byte[] copy = new byte[table.limit()];
    table.get(0, copy);
    ByteBuffer.wrap(copy).putShort(at, (short) value);
    return copy;
  }

  private static Bytes assembled(TreeMap<String, byte[]> tables) {
    int size = 12 + 16 * tables.size();
    for (byte[] table : tables.values()) {
      size += table.length + 3 & ~3;
    }
    var file = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    file.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
    file.putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (16 * (tables.size() - power)));
    int at = 12 + 16 * tables.size();
    int head = 0;
    for (var table : tables.entrySet()) {
      file.put(at, table.getValue());
      int length = table.getValue().length;
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(file, at, length)).putInt(at).putInt(length);
      head = table.getKey().equals("head") ? at : head;
      at += length + 3 & ~3;
    }
    file.putInt(head + 8, MAGIC - sum(file, 0, size));
    return Bytes.wrap(file.array());
  }

  private static int sum(ByteBuffer file, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += 4) {
      sum += file.getInt(at);
    }
    return sum;
  }
}
