package org.insignia.server.insights.syntax;

/** What one item may hold; begun anew for each. */
final class Budget {
  /** Longest single text, and deepest nesting, of any document. */
  static final int LONGEST_TEXT = 1_000_000;

  static final int DEEPEST = 64;
  private static final int MOST_VALUES = 50_000;
  static final int MOST_CHARACTERS = 4_000_000;

  /** So much is passed over of an item that is too large; what goes on longer is no feed. */
  private static final int MOST_PASSED = 1_000_000;

  private int values;
  private int characters;
  private int passed;

  /** Counts a value of so many characters. */
  void spend(int length) throws Oversized {
    values++;
    characters += length;
    text(length);
    if (values > MOST_VALUES || characters > MOST_CHARACTERS) {
      throw new Oversized(
          "it holds more than " + MOST_VALUES + " values or " + MOST_CHARACTERS + " characters");
    }
  }

  /** Looks at the length of a single text. */
  void text(int length) throws Oversized {
    if (length > LONGEST_TEXT) {
      throw new Oversized("it holds a text of more than " + LONGEST_TEXT + " characters");
    }
  }

  /** Counts a piece of an item that is passed over, for it is refused anyway. */
  void pass() throws Unreadable {
    if (++passed > MOST_PASSED) {
      throw new Unreadable("one item goes on for more than " + MOST_PASSED + " pieces");
    }
  }
}
