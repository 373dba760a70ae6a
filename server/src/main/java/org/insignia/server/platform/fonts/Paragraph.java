package org.insignia.server.platform.fonts;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that is set in lines, in whatever scripts it is written; all lengths are in em, so that it
 * can be made larger and smaller without being shaped again.
 */
public final class Paragraph {
  /** Longer texts are cut: nothing that is set as one paragraph is a book. */
  private static final int LONGEST = 20_000;

  /** No letter has more parts: so far back its beginning is looked for. */
  private static final int LONGEST_CLUSTER = 80;

  private final List<Piece> pieces;
  private final Locale locale;
  private final char[] text;
  private final FontFile[] fonts;
  private final int[] owners;
  private final byte[] levels;
  private final Shaper shaper;
  private final List<Segment> segments = new ArrayList<>();
  private final double[] advances;

  /** Where each character begins, were all in one line. */
  private final double[] places;

  private final boolean rightToLeft;
  private @Nullable List<Integer> breaks;

  /** Words that are set alike. */
  public record Piece(String text, Face face) {}

  /** A run of one font, direction and piece. */
  private record Segment(int start, int limit, Glyphs glyphs) {}

  private Paragraph(List<Piece> pieces, Locale locale) {
    this.pieces = pieces;
    this.locale = locale;
    var wording = new Wording(pieces);
    this.text = wording.drawn();
    this.fonts = wording.fonts();
    this.owners = wording.pieces();
    this.shaper = new Shaper(text, wording.written());
    this.levels = new byte[text.length];
    this.advances = new double[text.length];
    this.rightToLeft = direct();
    segment();
    this.places = new double[text.length + 1];
    for (int i = 0; i < text.length; i++) {
      places[i + 1] = places[i] + advances[i];
    }
  }

  /**
   * @param locale whose rules say where lines may break
   */
  public static Paragraph of(List<Piece> pieces, Locale locale) {
    var kept = new ArrayList<Piece>();
    int room = LONGEST;
    for (Piece piece : pieces) {
      String text = piece.text();
      kept.add(text.length() <= room ? piece : new Piece(text.substring(0, room), piece.face()));
      room -= Math.min(room, text.length());
    }
    return new Paragraph(List.copyOf(kept), locale);
  }

  public static Paragraph of(String text, Face face, Locale locale) {
    return of(List.of(new Piece(text, face)), locale);
  }

  private boolean direct() {
    if (!Bidi.requiresBidi(text, 0, text.length)) {
      return false;
    }
    var bidi = new Bidi(new String(text), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    for (int i = 0; i < text.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(i);
    }
    return !bidi.baseIsLeftToRight();
  }

  /** Shapes all of it, for the widths that decide where lines break. */
  private void segment() {
    for (int start = 0; start < text.length; ) {
      int limit = start + 1;
      while (limit < text.length && isAlike(start, limit)) {
        limit++;
      }
      if (text[start] != '\n') {
        Glyphs glyphs = shaper.shape(fonts[start], start, limit, isRightToLeft(start));
        segments.add(new Segment(start, limit, glyphs));
        measure(glyphs, start, limit);
      }
      start = limit;
    }
  }

  private boolean isAlike(int start, int i) {
    return fonts[i] == fonts[start]
        && levels[i] == levels[start]
        && owners[i] == owners[start]
        && (text[i] == '\n') == (text[start] == '\n');
  }

  private boolean isRightToLeft(int at) {
    return (levels[at] & 1) == 1;
  }

  /** Gives each character its share of the run: exact for most, near enough for ligatures. */
  private void measure(Glyphs glyphs, int start, int limit) {
    double sum = 0;
    for (int i = start; i < limit; i++) {
      double advance = glyphs.font().advance(glyphs.font().glyph(text[i]));
      boolean plain =
          !Character.isSurrogate(text[i])
              && Character.getType(text[i]) != Character.NON_SPACING_MARK;
      advances[i] = plain ? advance : Character.isHighSurrogate(text[i]) ? 1 : 0;
      sum += advances[i];
    }
    double scale = sum == 0 ? 0 : glyphs.width() / sum;
    for (int i = start; i < limit; i++) {
      advances[i] *= scale;
    }
  }

  public boolean isEmpty() {
    return segments.isEmpty();
  }

  /** How wide it is where each line ends only where the text says so. */
  public double width() {
    double widest = 0;
    double width = 0;
    for (int i = 0; i < text.length; i++) {
      width = text[i] == '\n' ? 0 : width + advances[i];
      widest = Math.max(widest, width);
    }
    return widest;
  }

  /** How wide the widest part is that lines do not break within. */
  public double widestWord() {
    double widest = 0;
    for (int from = 0; from < text.length; ) {
      int to = breakAfter(from);
      widest = Math.max(widest, widthOf(from, withoutSpace(from, to)));
      from = to;
    }
    return widest;
  }

  /**
   * Lines no wider than this; a word too long for a line is parted between letters.
   *
   * @param width in em
   */
  public List<Line> lines(double width) {
    return lines(ends(width));
  }

  /** How many lines {@link #lines(double)} gives; costs much less. */
  public int lineCount(double width) {
    return ends(width).size();
  }

  /** At most so many lines; where the text does not fit it is cut, and ends in an ellipsis. */
  public List<Line> lines(double width, int most) {
    List<Integer> ends = ends(width);
    if (ends.size() <= most) {
      return lines(ends);
    }
    for (int kept = clusterBefore(ends.get(most - 1)); kept > 0; kept = clusterBefore(kept)) {
      Paragraph shorter = cut(kept);
      if (shorter.lineCount(width) <= most) {
        return shorter.lines(width);
      }
    }
    return lines(ends.subList(0, most));
  }

  private List<Line> lines(List<Integer> ends) {
    var lines = new ArrayList<Line>();
    int from = 0;
    for (int end : ends) {
      lines.add(line(from, end));
      from = end;
    }
    return lines;
  }

  private List<Integer> ends(double width) {
    var ends = new ArrayList<Integer>();
    for (int from = 0; from < text.length; from = ends.getLast()) {
      ends.add(fitting(from, width + 1e-6));
    }
    return ends;
  }

  private Paragraph cut(int kept) {
    var parts = new ArrayList<Piece>();
    for (int piece = 0; piece < pieces.size(); piece++) {
      var part = new StringBuilder();
      for (int i = 0; i < kept; i++) {
        if (owners[i] == piece) {
          part.append(text[i]);
        }
      }
      boolean last = kept == 0 ? piece == 0 : owners[kept - 1] == piece;
      parts.add(
          new Piece(
              last ? part.toString().stripTrailing() + "\u2026" : part.toString(),
              pieces.get(piece).face()));
    }
    return new Paragraph(parts, locale);
  }

  /** Where the line that begins here ends, white space behind it included. */
  private int fitting(int from, double width) {
    int end = from;
    while (end < text.length) {
      int next = breakAfter(end);
      if (end > from && widthOf(from, withoutSpace(from, next)) > width) {
        return end;
      }
      end = next;
      if (text[end - 1] == '\n') {
        return widthOf(from, withoutSpace(from, end)) > width ? anywhere(from, end, width) : end;
      }
      if (widthOf(from, withoutSpace(from, end)) > width) {
        return anywhere(from, end, width);
      }
    }
    return end;
  }

  /** As many letters as fit, but one at least. */
  private int anywhere(int from, int end, double width) {
    int low = from + 1;
    int high = end;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (widthOf(from, middle) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int whole = low < text.length ? clusterBefore(low + 1) : low;
    return whole > from ? whole : clusterAfter(from, end);
  }

  private int clusterAfter(int from, int end) {
    int to = from + 1;
    while (to < end && clusterBefore(to + 1) <= from) {
      to++;
    }
    return to;
  }

  private int clusterBefore(int at) {
    int i = at - 1;
    while (i > 0
        && at - i < LONGEST_CLUSTER
        && (Character.isLowSurrogate(text[i])
            || Character.getType(Character.codePointAt(text, i)) == Character.NON_SPACING_MARK
            || Character.getType(text[i]) == Character.COMBINING_SPACING_MARK
            || Wording.isJoiner(text[i])
            || Wording.isJoiner(text[i - 1]))) {
      i--;
    }
    return Math.max(0, i);
  }

  private double widthOf(int from, int to) {
    return places[to] - places[from];
  }

  private int withoutSpace(int from, int to) {
    int end = to;
    while (end > from
        && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\u3000')) {
      end--;
    }
    return end;
  }

  private int breakAfter(int at) {
    if (breaks == null) {
      var found = new ArrayList<Integer>();
      BreakIterator places = BreakIterator.getLineInstance(locale);
      places.setText(new String(text));
      for (int i = places.next(); i != BreakIterator.DONE; i = places.next()) {
        found.add(i);
      }
      breaks = found;
    }
    List<Integer> known = breaks;
    int place = Collections.binarySearch(known, at + 1);
    return known.get(place >= 0 ? place : -place - 1);
  }

  private Line line(int from, int to) {
    int end = withoutSpace(from, to);
    var parts = new ArrayList<Line.Run>();
    var order = new ArrayList<Byte>();
    for (Segment segment : segments) {
      if (segment.limit > from && segment.start < to) {
        add(segment, Math.max(from, segment.start), Math.min(end, segment.limit), parts, order);
      }
    }
    int trailing = parts.size();
    if (end < to && text[end] != '\n') {
      byte base = (byte) (rightToLeft ? 1 : 0);
      int limit = end;
      while (limit < to && text[limit] != '\n' && fonts[limit] == fonts[end]) {
        limit++;
      }
      Glyphs space = shaper.shape(fonts[end], end, limit, rightToLeft);
      parts.add(new Line.Run(owners[end], 0, space));
      order.add(base);
    }
    return Line.of(parts, order, trailing, to);
  }

  private void add(Segment segment, int from, int to, List<Line.Run> parts, List<Byte> order) {
    if (from >= to) {
      return;
    }
    boolean whole = from == segment.start && to == segment.limit;
    Glyphs glyphs =
        whole ? segment.glyphs : shaper.shape(fonts[from], from, to, isRightToLeft(from));
    parts.add(new Line.Run(owners[from], 0, glyphs));
    order.add(levels[from]);
  }
}
