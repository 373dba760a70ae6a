package org.insignia.openbadges.schema;

import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a schema, matched with bounded work: some take longer than anybody lives,
 * and some more stack than there is.
 */
final class Pattern {
  private static final int MOST_STEPS = 200_000;
  private static final int STEPS_PER_CHARACTER = 20;

  private final java.util.regex.Pattern expression;

  Pattern(String expression) {
    try {
      this.expression = java.util.regex.Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new UnknownRule("a pattern that is no regular expression here");
    }
  }

  /**
   * Whether the expression is found somewhere in the text.
   *
   * @throws UnknownRule where finding out takes too much work
   */
  boolean finds(String text) {
    int[] left = {MOST_STEPS + STEPS_PER_CHARACTER * Math.min(text.length(), 1 << 22)};
    try {
      return expression.matcher(new Counted(text, left)).find();
    } catch (StackOverflowError e) {
      // java.util.regex calls itself for each repetition of a group.
      throw new UnknownRule("a pattern that takes too much room");
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(String text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new UnknownRule("a pattern that takes too much work");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), left);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
