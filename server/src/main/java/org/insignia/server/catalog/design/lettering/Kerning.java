package org.insignia.server.catalog.design.lettering;

import static org.insignia.server.platform.fonts.FontTables.unsigned;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Pair adjustments of the {@code GPOS} table. The bundled font keeps the feature kern only, so
 * every lookup counts.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/gpos">GPOS</a>
 */
final class Kerning {
  private static final int PAIRS = 2;
  private static final int EXTENSION = 9;
  private static final int X_ADVANCE = 4;

  private final List<ByteBuffer> subtables;

  private Kerning(List<ByteBuffer> subtables) {
    this.subtables = subtables;
  }

  static Kerning read(ByteBuffer gpos) {
    ByteBuffer lookups = from(gpos, unsigned(gpos, 8));
    var subtables = new ArrayList<ByteBuffer>();
    for (int i = 0; i < unsigned(lookups, 0); i++) {
      ByteBuffer lookup = from(lookups, unsigned(lookups, 2 + 2 * i));
      for (int j = 0; j < unsigned(lookup, 4); j++) {
        ByteBuffer subtable = from(lookup, unsigned(lookup, 6 + 2 * j));
        int kind = unsigned(lookup, 0);
        if (kind == EXTENSION) {
          kind = unsigned(subtable, 2);
          subtable = from(subtable, subtable.getInt(4));
        }
        if (kind == PAIRS && unsigned(subtable, 4) == X_ADVANCE && unsigned(subtable, 6) == 0) {
          subtables.add(subtable);
        }
      }
    }
    return new Kerning(subtables);
  }

  private static ByteBuffer from(ByteBuffer table, int offset) {
    return table.slice(offset, table.limit() - offset);
  }

  /** Font units; the first subtable that covers the left glyph and knows the pair decides. */
  int between(int left, int right) {
    for (ByteBuffer subtable : subtables) {
      int covered = coverage(from(subtable, unsigned(subtable, 2)), left);
      if (covered < 0) {
        continue;
      }
      if (unsigned(subtable, 0) == 2) {
        return byClass(subtable, left, right);
      }
      ByteBuffer pairs = from(subtable, unsigned(subtable, 10 + 2 * covered));
      int found = indexOf(pairs, right);
      if (found >= 0) {
        return pairs.getShort(2 + 4 * found + 2);
      }
    }
    return 0;
  }

  private static int byClass(ByteBuffer subtable, int left, int right) {
    int first = classOf(from(subtable, unsigned(subtable, 8)), left);
    int second = classOf(from(subtable, unsigned(subtable, 10)), right);
    return subtable.getShort(16 + 2 * (first * unsigned(subtable, 14) + second));
  }

  private static int indexOf(ByteBuffer pairs, int right) {
    int low = 0;
    int high = unsigned(pairs, 0) - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      int glyph = unsigned(pairs, 2 + 4 * middle);
      if (glyph == right) {
        return middle;
      }
      if (glyph < right) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static int coverage(ByteBuffer table, int glyph) {
    int count = unsigned(table, 2);
    if (unsigned(table, 0) == 1) {
      for (int i = 0; i < count; i++) {
        if (unsigned(table, 4 + 2 * i) == glyph) {
          return i;
        }
      }
      return -1;
    }
    for (int i = 0; i < count; i++) {
      int start = unsigned(table, 4 + 6 * i);
      if (glyph >= start && glyph <= unsigned(table, 6 + 6 * i)) {
        return unsigned(table, 8 + 6 * i) + glyph - start;
      }
    }
    return -1;
  }

  private static int classOf(ByteBuffer table, int glyph) {
    if (unsigned(table, 0) == 1) {
      int index = glyph - unsigned(table, 2);
      return index >= 0 && index < unsigned(table, 4) ? unsigned(table, 6 + 2 * index) : 0;
    }
    for (int i = 0; i < unsigned(table, 2); i++) {
      if (glyph >= unsigned(table, 4 + 6 * i) && glyph <= unsigned(table, 6 + 6 * i)) {
        return unsigned(table, 8 + 6 * i);
      }
    }
    return 0;
  }
}
