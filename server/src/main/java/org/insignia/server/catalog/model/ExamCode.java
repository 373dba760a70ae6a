package org.insignia.server.catalog.model;

import java.text.Normalizer;
import java.util.Locale;

/** Exam codes as people and providers write them, brought to one form for comparison. */
public final class ExamCode {
  private ExamCode() {}

  /**
   * Letters and digits alone, upper case: {@code mb2–716}, {@code MB-2-716} and {@code
   * exam.mb-2-716} are all {@code MB2716}. Full-width forms are folded. Empty where nothing is
   * left.
   */
  public static String key(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (text.regionMatches(true, 0, "exam.", 0, 5)) {
      text = text.substring(5);
    } else if (text.regionMatches(true, 0, "exam ", 0, 5)) {
      text = text.substring(5);
    }
    StringBuilder key = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString().toUpperCase(Locale.ROOT);
  }
}
