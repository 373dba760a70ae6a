package org.insignia.server.platform.fonts;

import static org.insignia.server.platform.fonts.FontTables.unsigned;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** Outlines and advances, in font units with y upwards: tables glyf, loca, hmtx. */
final class GlyphTable {
  private static final int ON_CURVE = 1;
  private static final int X_SHORT = 2;
  private static final int Y_SHORT = 4;
  private static final int REPEAT = 8;
  private static final int X_SAME_OR_POSITIVE = 16;
  private static final int Y_SAME_OR_POSITIVE = 32;

  private static final int WORDS = 1;
  private static final int OFFSETS = 2;
  private static final int ONE_SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  private final ByteBuffer glyf;
  private final ByteBuffer loca;
  private final ByteBuffer hmtx;
  private final int metrics;
  private final boolean wideOffsets;
  private final double unitsPerEm;

  private GlyphTable(FontTables tables) {
    glyf = tables.table("glyf");
    loca = tables.table("loca");
    hmtx = tables.table("hmtx");
    metrics = unsigned(tables.table("hhea"), 34);
    wideOffsets = unsigned(tables.table("head"), 50) == 1;
    unitsPerEm = unsigned(tables.table("head"), 18);
  }

  static GlyphTable read(FontTables tables) {
    return new GlyphTable(tables);
  }

  double unitsPerEm() {
    return unitsPerEm;
  }

  int advance(int glyph) {
    return unsigned(hmtx, 4 * Math.min(glyph, metrics - 1));
  }

  void appendTo(Path2D path, int glyph, AffineTransform placed) {
    int start = offset(glyph);
    if (start == offset(glyph + 1)) {
      return;
    }
    int contours = glyf.getShort(start);
    if (contours < 0) {
      appendParts(path, start + 10, placed);
    } else {
      appendContours(path, start + 10, contours, placed);
    }
  }

  private int offset(int glyph) {
    return wideOffsets ? loca.getInt(4 * glyph) : 2 * unsigned(loca, 2 * glyph);
  }

  private void appendParts(Path2D path, int from, AffineTransform placed) {
    int at = from;
    int flags;
    do {
      flags = unsigned(glyf, at);
      int part = unsigned(glyf, at + 2);
      at += 4;
      boolean words = (flags & WORDS) != 0;
      double dx = words ? glyf.getShort(at) : glyf.get(at);
      double dy = words ? glyf.getShort(at + 2) : glyf.get(at + 1);
      at += words ? 4 : 2;
      if ((flags & OFFSETS) == 0) {
        throw new IllegalStateException("glyph placed by points, which this font does not do");
      }
      var own = new double[] {1, 0, 0, 1};
      if ((flags & ONE_SCALE) != 0) {
        own[0] = own[3] = fixed(at);
        at += 2;
      } else if ((flags & TWO_SCALES) != 0) {
        own[0] = fixed(at);
        own[3] = fixed(at + 2);
        at += 4;
      } else if ((flags & MATRIX) != 0) {
        own = new double[] {fixed(at), fixed(at + 2), fixed(at + 4), fixed(at + 6)};
        at += 8;
      }
      var inner = new AffineTransform(placed);
      inner.concatenate(new AffineTransform(own[0], own[1], own[2], own[3], dx, dy));
      appendTo(path, part, inner);
    } while ((flags & MORE) != 0);
  }

  private double fixed(int at) {
    return glyf.getShort(at) / 16384.0;
  }

  private void appendContours(Path2D path, int from, int contours, AffineTransform placed) {
    if (contours == 0) {
      return;
    }
    int points = unsigned(glyf, from + 2 * (contours - 1)) + 1;
    int at = from + 2 * contours;
    at += 2 + unsigned(glyf, at);
    byte[] flags = new byte[points];
    for (int i = 0; i < points; i++) {
      byte flag = glyf.get(at++);
      flags[i] = flag;
      if ((flag & REPEAT) != 0) {
        for (int more = glyf.get(at++) & 0xff; more > 0; more--) {
          flags[++i] = flag;
        }
      }
    }
    double[] xy = new double[2 * points];
    at = coordinates(flags, xy, 0, at, X_SHORT, X_SAME_OR_POSITIVE);
    coordinates(flags, xy, 1, at, Y_SHORT, Y_SAME_OR_POSITIVE);
    placed.transform(xy, 0, xy, 0, points);
    int first = 0;
    for (int c = 0; c < contours; c++) {
      int last = unsigned(glyf, from + 2 * c);
      appendContour(path, flags, xy, first, last);
      first = last + 1;
    }
  }

  private int coordinates(byte[] flags, double[] xy, int axis, int from, int small, int same) {
    int at = from;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      if ((flags[i] & small) != 0) {
        int step = glyf.get(at++) & 0xff;
        value += (flags[i] & same) != 0 ? step : -step;
      } else if ((flags[i] & same) == 0) {
        value += glyf.getShort(at);
        at += 2;
      }
      xy[2 * i + axis] = value;
    }
    return at;
  }

  /** Between two off-curve points lies an implied on-curve one in their middle. */
  private static void appendContour(Path2D path, byte[] flags, double[] xy, int first, int last) {
    int count = last - first + 1;
    if (count < 2) {
      return;
    }
    int start = first;
    while (start <= last && (flags[start] & ON_CURVE) == 0) {
      start++;
    }
    boolean allOff = start > last;
    start = allOff ? first : start;
    double startX = allOff ? (xy[2 * first] + xy[2 * last]) / 2 : xy[2 * start];
    double startY = allOff ? (xy[2 * first + 1] + xy[2 * last + 1]) / 2 : xy[2 * start + 1];
    path.moveTo(startX, startY);
    int steps = allOff ? count : count - 1;
    int i = allOff ? start : next(start, first, last);
    for (int n = 0; n < steps; n++, i = next(i, first, last)) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      if ((flags[i] & ON_CURVE) != 0) {
        path.lineTo(x, y);
        continue;
      }
      int after = next(i, first, last);
      if (n == steps - 1) {
        path.quadTo(x, y, startX, startY);
      } else if ((flags[after] & ON_CURVE) != 0) {
        path.quadTo(x, y, xy[2 * after], xy[2 * after + 1]);
        n++;
        i = after;
      } else {
        path.quadTo(x, y, (x + xy[2 * after]) / 2, (y + xy[2 * after + 1]) / 2);
      }
    }
    path.closePath();
  }

  private static int next(int i, int first, int last) {
    return i == last ? first : i + 1;
  }
}
