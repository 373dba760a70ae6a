package org.insignia.server.catalog.design.lettering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text cut where a line may break.
 *
 * @param least the width that all lines together need at the least, in em
 */
record Pieces(List<Piece> all, double least) {
  Pieces(List<Piece> all) {
    this(List.copyOf(all), all.stream().mapToDouble(Piece::word).sum());
  }

  /**
   * What stays together.
   *
   * @param word its width without the space at its end, in em
   * @param full its width with it, in em
   */
  record Piece(String text, double word, double full) {
    static Piece of(String text) {
      return new Piece(text, TextLine.of(text.strip(), 0).width(), TextLine.of(text, 0).width());
    }

    boolean endsLine() {
      return text.endsWith("\n");
    }
  }

  /** Cut between words, and between ideographs. */
  static Pieces breakable(String text) {
    return cut(text, BreakIterator.getLineInstance(Locale.ROOT));
  }

  /** Cut between any two characters. */
  static Pieces anywhere(String text) {
    return cut(text, BreakIterator.getCharacterInstance(Locale.ROOT));
  }

  private static Pieces cut(String text, BreakIterator breaks) {
    breaks.setText(text);
    var pieces = new ArrayList<Piece>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      pieces.add(Piece.of(text.substring(start, end)));
      start = end;
    }
    return new Pieces(pieces);
  }

  int count() {
    return all.size();
  }

  Piece get(int piece) {
    return all.get(piece);
  }

  /** The text of the pieces from one to before another. */
  String between(int start, int end) {
    return all.subList(start, end).stream().map(Piece::text).collect(Collectors.joining()).strip();
  }
}
