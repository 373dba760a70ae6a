package org.insignia.server.transcripts.share;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What opens a share, together with its transcript ID. Compared without regard to capitals, blanks,
 * dashes and the letters that look like digits, because it is often read out or copied by hand.
 */
public final class AccessCode {
  /** The fewest letters and digits of a chosen one. */
  public static final int SHORTEST = 8;

  /** The longest. */
  public static final int LONGEST = 64;

  /** Beyond this nothing is looked at: it cannot be right. */
  private static final int LONGEST_TYPED = 256;

  private static final String DIGITS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int MADE = 10;

  private final String typed;
  private final String normal;

  private AccessCode(String typed) {
    this.typed = typed;
    this.normal = typed.length() > LONGEST_TYPED ? "" : normal(typed);
  }

  /** What somebody typed, right or not. */
  public static AccessCode typed(String text) {
    return new AccessCode(text);
  }

  /** A new one of 49 random bits, in two groups of five. */
  public static AccessCode fresh(SecureRandom random) {
    var text = new StringBuilder();
    for (int i = 0; i < MADE; i++) {
      text.append(i == MADE / 2 ? "-" : "").append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return new AccessCode(text.toString());
  }

  private static String normal(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}\\p{Cc}\\p{Cs}]", "")
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  /** As it was typed or made: shown to the earner once, never stored. */
  public String text() {
    return typed;
  }

  /** What is hashed and compared. */
  String normal() {
    return normal;
  }

  /** How many letters and digits it has. */
  int length() {
    return (int) normal.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** Never the code: it must not reach a log by accident. */
  @Override
  public String toString() {
    return "AccessCode(…)";
  }
}
