package org.insignia.server.platform.fonts;

import static org.insignia.server.platform.fonts.FontTables.unsigned;

import java.nio.ByteBuffer;

/**
 * From characters to glyphs: the subtable of {@code cmap} that holds all of Unicode (format 12), or
 * the Basic Multilingual Plane (format 4).
 */
final class CharacterMap {
  private static final int SEGMENTS = 4;
  private static final int GROUPS = 12;

  private final ByteBuffer subtable;
  private final boolean groups;
  private final int count;

  private CharacterMap(ByteBuffer subtable, boolean groups) {
    this.subtable = subtable;
    this.groups = groups;
    this.count = groups ? subtable.getInt(12) : unsigned(subtable, 6) / 2;
  }

  static CharacterMap read(FontTables tables) {
    ByteBuffer cmap = tables.table("cmap");
    CharacterMap found = null;
    for (int i = 0; i < unsigned(cmap, 2); i++) {
      int offset = cmap.getInt(4 + 8 * i + 4);
      int format = unsigned(cmap, offset);
      if (format == GROUPS) {
        return new CharacterMap(cmap.slice(offset, cmap.getInt(offset + 4)), true);
      }
      if (format == SEGMENTS) {
        found = new CharacterMap(cmap.slice(offset, unsigned(cmap, offset + 2)), false);
      }
    }
    if (found == null) {
      throw new IllegalStateException("font without a character map of format 4 or 12");
    }
    return found;
  }

  /** 0 where the font has none. */
  int glyph(int codePoint) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (end(middle) < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return groups ? inGroup(low, codePoint) : inSegment(2 * low, codePoint);
  }

  private int end(int index) {
    return groups ? subtable.getInt(16 + 12 * index + 4) : unsigned(subtable, 14 + 2 * index);
  }

  private int inGroup(int group, int codePoint) {
    int start = subtable.getInt(16 + 12 * group);
    return codePoint < start || codePoint > end(group)
        ? 0
        : subtable.getInt(16 + 12 * group + 8) + codePoint - start;
  }

  private int inSegment(int segment, int codePoint) {
    int doubled = 2 * count;
    int start = unsigned(subtable, 16 + doubled + segment);
    if (codePoint < start || codePoint > 0xffff) {
      return 0;
    }
    int delta = unsigned(subtable, 16 + 2 * doubled + segment);
    int rangeAt = 16 + 3 * doubled + segment;
    int range = unsigned(subtable, rangeAt);
    if (range == 0) {
      return codePoint + delta & 0xffff;
    }
    int glyph = unsigned(subtable, rangeAt + range + 2 * (codePoint - start));
    return glyph == 0 ? 0 : glyph + delta & 0xffff;
  }
}
