package org.insignia.server.catalog.design.lettering;

import static org.insignia.server.catalog.design.lettering.FontTables.unsigned;

import java.nio.ByteBuffer;

/**
 * From characters to glyphs: the format 4 subtable of {@code cmap}, which holds the Basic
 * Multilingual Plane.
 */
final class CharacterMap {
  private static final int SEGMENTS = 4;
  private final ByteBuffer subtable;
  private final int doubledSegments;

  private CharacterMap(ByteBuffer subtable) {
    this.subtable = subtable;
    this.doubledSegments = unsigned(subtable, 6);
  }

  static CharacterMap read(FontTables tables) {
    ByteBuffer cmap = tables.table("cmap");
    for (int i = 0; i < unsigned(cmap, 2); i++) {
      int offset = cmap.getInt(4 + 8 * i + 4);
      if (unsigned(cmap, offset) == SEGMENTS) {
        return new CharacterMap(cmap.slice(offset, unsigned(cmap, offset + 2)));
      }
    }
    throw new IllegalStateException("font without a format 4 character map");
  }

  int glyph(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int segment = firstSegmentEndingAtOrAfter(codePoint);
    int start = unsigned(subtable, 16 + doubledSegments + segment);
    if (codePoint < start) {
      return 0;
    }
    int delta = unsigned(subtable, 16 + 2 * doubledSegments + segment);
    int rangeAt = 16 + 3 * doubledSegments + segment;
    int range = unsigned(subtable, rangeAt);
    if (range == 0) {
      return codePoint + delta & 0xffff;
    }
    int glyph = unsigned(subtable, rangeAt + range + 2 * (codePoint - start));
    return glyph == 0 ? 0 : glyph + delta & 0xffff;
  }

  private int firstSegmentEndingAtOrAfter(int codePoint) {
    int low = 0;
    int high = doubledSegments / 2 - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (unsigned(subtable, 14 + 2 * middle) < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low;
  }
}
