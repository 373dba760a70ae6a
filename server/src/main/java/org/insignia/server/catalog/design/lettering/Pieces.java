package org.insignia.server.catalog.design.lettering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text cut where a line may break.
 *
 * @param words width of each piece without the space at its end, in em
 * @param full width of each piece with it, in em
 */
record Pieces(List<String> texts, double[] words, double[] full) {

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
    var texts = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      texts.add(text.substring(start, end));
      start = end;
    }
    return new Pieces(
        List.copyOf(texts),
        texts.stream().mapToDouble(t -> TextLine.of(t.strip(), 0).width()).toArray(),
        texts.stream().mapToDouble(t -> TextLine.of(t, 0).width()).toArray());
  }

  int count() {
    return texts.size();
  }

  boolean endsLine(int piece) {
    return texts.get(piece).endsWith("\n");
  }

  /** The text of the pieces from one to before another. */
  String between(int start, int end) {
    return String.join("", texts.subList(start, end)).strip();
  }
}
