package org.insignia.openbadges.fuzz;

/** Says that something must be true. */
final class Property {
  private Property() {}

  /**
   * @throws AssertionError with these words where it is not
   */
  static void holds(boolean truth, String words) {
    if (!truth) {
      throw new AssertionError(words);
    }
  }

  /** As {@link #holds}, for two values that must be equal. */
  static void same(Object expected, Object actual, String words) {
    if (!expected.equals(actual)) {
      throw new AssertionError(words + ": " + expected + " and " + actual);
    }
  }
}
