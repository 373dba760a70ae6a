package org.insignia.server.platform.fonts;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * What is drawn for a text, each letter with its font: without what cannot be seen, with at most
 * three marks upon a letter, and with something readable where no font has a letter. What was
 * written is kept beside what is drawn in its place.
 */
final class Wording {
  /** More would reach into the lines around it. */
  private static final int MOST_MARKS = 3;

  /** A letter with more marks than any language has is cut there, so that work stays bounded. */
  private static final int LONGEST_CLUSTER = 64;

  private static final String REPLACEMENT = "\ufffd";

  private final StringBuilder drawn = new StringBuilder();
  private final List<FontFile> fonts = new ArrayList<>();
  private final List<Integer> pieces = new ArrayList<>();
  private final TreeMap<Integer, Written> written = new TreeMap<>();

  /** What was written where this is drawn: up to {@code end}, exclusive. */
  record Written(int end, String text) {}

  Wording(List<Paragraph.Piece> texts) {
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), i);
    }
  }

  char[] drawn() {
    return drawn.toString().toCharArray();
  }

  FontFile[] fonts() {
    return fonts.toArray(FontFile[]::new);
  }

  int[] pieces() {
    return pieces.stream().mapToInt(i -> i).toArray();
  }

  TreeMap<Integer, Written> written() {
    return written;
  }

  private void add(Paragraph.Piece piece, int index) {
    String text = piece.text();
    if (isPlain(text)) {
      for (int i = 0; i < text.length(); i++) {
        cluster(text.substring(i, i + 1), piece.face(), index);
      }
      return;
    }
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int from = clusters.first();
    for (int to = clusters.next(); to != BreakIterator.DONE; from = to, to = clusters.next()) {
      cluster(text.substring(from, to), piece.face(), index);
    }
  }

  /** Every character is a letter by itself. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x300 && c != '\r');
  }

  private void cluster(String original, Face face, int piece) {
    FontFile before = fonts.isEmpty() ? null : fonts.getLast();
    String text = visible(original);
    if (text.isEmpty()) {
      return;
    }
    if (text.equals("\n")) {
      put(text, face.western(), piece);
      return;
    }
    FontFile font = FontChoice.of(text, face, before);
    for (var form : Normalizer.Form.values()) {
      if (font == null) {
        String other = visible(Normalizer.normalize(text, form));
        FontFile found = other.isEmpty() ? null : FontChoice.of(other, face, before);
        text = found == null ? text : other;
        font = found;
      }
    }
    if (font == null && text.length() > Character.charCount(text.codePointAt(0))) {
      text = Character.toString(text.codePointAt(0)); // the letter without its marks
      font = FontChoice.of(text, face, before);
    }
    if (font == null) {
      text = REPLACEMENT;
      font = face.western();
    }
    int start = drawn.length();
    put(text, font, piece);
    if (!text.equals(original)) {
      written.put(start, new Written(drawn.length(), known(original)));
    }
  }

  private void put(String text, FontFile font, int piece) {
    drawn.append(text);
    for (int i = 0; i < text.length(); i++) {
      fonts.add(font);
      pieces.add(piece);
    }
  }

  /** Line ends and tabs as what they are here, without what cannot be seen, marks counted. */
  private static String visible(String cluster) {
    if (cluster.length() == 1 && cluster.charAt(0) >= ' ' && cluster.charAt(0) < 0x7f) {
      return cluster;
    }
    var kept = new StringBuilder();
    int marks = 0;
    for (int i = 0; i < Math.min(cluster.length(), LONGEST_CLUSTER); ) {
      int c = cluster.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85) {
        return "\n";
      }
      marks += isNonspacing(c) ? 1 : 0;
      if (c == '\t') {
        kept.append(' ');
      } else if (!isHidden(c) && (marks <= MOST_MARKS || !isNonspacing(c))) {
        kept.appendCodePoint(c);
      }
    }
    boolean bare = kept.codePoints().allMatch(Wording::isJoiner);
    return bare ? "" : kept.toString();
  }

  private static boolean isNonspacing(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Joins or parts its neighbours, and changes their look. */
  static boolean isJoiner(int c) {
    return c == 0x200c || c == 0x200d;
  }

  /** Has no look and changes none, or would turn around what stands behind it. */
  private static boolean isHidden(int c) {
    if (isJoiner(c)) {
      return false;
    }
    return Character.getType(c) == Character.CONTROL
        || Character.getType(c) == Character.FORMAT && !(c >= 0x600 && c <= 0x605)
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0xe0000 && c <= 0xe0fff
        || c == 0x34f
        || c >= 0x180b && c <= 0x180e
        || c == 0x115f
        || c == 0x1160
        || c == 0x3164;
  }

  /** The replacement for what is no character, or a private one that nobody else can read. */
  private static String known(String original) {
    boolean readable =
        original
            .codePoints()
            .allMatch(c ->
                switch (Character.getType(c)) {
                  case Character.PRIVATE_USE, Character.SURROGATE -> false;
                  case Character.UNASSIGNED ->
                      (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef);
                  case Character.CONTROL -> c == '\t' || c == '\n';
                  default -> true;
                });
    return readable ? original : REPLACEMENT;
  }
}
