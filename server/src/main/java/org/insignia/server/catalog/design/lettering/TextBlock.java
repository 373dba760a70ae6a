package org.insignia.server.catalog.design.lettering;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Text set in a space whose width changes with the height, as large as it fits, in lines of even
 * fill. Lines break where the script allows it; a word too long for every line is cut.
 */
public record TextBlock(List<String> lines, double size, double top, double bottom) {
  private static final double LEADING = 1.16;

  /** From the top of a line to its baseline, and from there to the foot of its letters, in em. */
  private static final double CAP = 0.80;

  private static final double FOOT = 0.14;
  private static final int MOST_LINES = 12;

  public TextBlock {
    lines = List.copyOf(lines);
  }

  /**
   * Where text may go and how large it may be.
   *
   * @param width the width there is at a height
   */
  public record Room(
      double top, double bottom, double largest, double smallest, DoubleUnaryOperator width) {}

  /** The text at the largest size at which it fits. */
  public static TextBlock fit(String text, Room room) {
    Pieces words = Pieces.breakable(text);
    for (double size = room.largest(); size >= room.smallest(); size *= 0.965) {
      List<String> lines = lines(words, size, room);
      if (!lines.isEmpty()) {
        return placed(lines, size, room);
      }
    }
    Pieces letters = Pieces.anywhere(text);
    for (double size = room.smallest() * 1.4; size >= 6; size *= 0.93) {
      List<String> lines = lines(letters, size, room);
      if (!lines.isEmpty()) {
        return placed(lines, size, room);
      }
    }
    throw new IllegalStateException("no room for " + text.length() + " characters");
  }

  /** All lines, each centred on {@code x}. */
  public Path2D outline(double x) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top + (CAP + i * LEADING) * size;
      path.append(TextLine.of(lines.get(i), 0).centredOn(x, baseline, size), false);
    }
    return path;
  }

  /** The fewest lines that hold the pieces at this size, or none where that cannot be. */
  private static List<String> lines(Pieces pieces, double size, Room room) {
    double height = room.bottom() - room.top();
    int most = (int) Math.min(MOST_LINES, 1 + (height / size - CAP - FOOT) / LEADING);
    for (int count = 1; count <= most; count++) {
      List<String> lines = new LineFill(pieces, widths(count, size, room)).lines();
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return List.of();
  }

  private static List<Double> widths(int count, double size, Room room) {
    var widths = new ArrayList<Double>(count);
    double first = first(count, size, room);
    for (int i = 0; i < count; i++) {
      double above = first + i * LEADING * size;
      double below = above + (CAP + FOOT) * size;
      double narrow =
          Math.min(room.width().applyAsDouble(above), room.width().applyAsDouble(below));
      widths.add(narrow / size);
    }
    return widths;
  }

  private static TextBlock placed(List<String> lines, double size, Room room) {
    double first = first(lines.size(), size, room);
    return new TextBlock(lines, size, first, first + height(lines.size(), size));
  }

  private static double first(int count, double size, Room room) {
    return (room.top() + room.bottom()) / 2 - height(count, size) / 2;
  }

  private static double height(int count, double size) {
    return ((count - 1) * LEADING + CAP + FOOT) * size;
  }
}
