package org.insignia.server.insights.syntax;

/** What one item may hold; begun anew for each. */
final class Budget {
  /** Longest single text, and deepest nesting, of any document. */
  static final int LONGEST_TEXT = 1_000_000;

  static final int DEEPEST = 64;
  private static final int MOST_VALUES = 50_000;
  private static final int MOST_CHARACTERS = 4_000_000;

  private int values;
  private int characters;

  /** Counts a value of so many characters. */
  void spend(int length) throws Unreadable {
    values++;
    characters += length;
    if (values > MOST_VALUES || characters > MOST_CHARACTERS) {
      throw new Unreadable(
          "one item holds more than "
              + MOST_VALUES
              + " values or "
              + MOST_CHARACTERS
              + " characters");
    }
  }
}
