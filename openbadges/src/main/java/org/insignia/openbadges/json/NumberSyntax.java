package org.insignia.openbadges.json;

/** The number grammar of RFC 8259, section 6. */
final class NumberSyntax {
  private NumberSyntax() {}

  static boolean accepts(String literal) {
    int i = literal.startsWith("-") ? 1 : 0;
    int whole = digits(literal, i);
    if (whole == i || (whole > i + 1 && literal.charAt(i) == '0')) {
      return false;
    }
    i = whole;
    if (i < literal.length() && literal.charAt(i) == '.') {
      int fraction = digits(literal, i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    return i == literal.length() || exponent(literal, i);
  }

  private static boolean exponent(String literal, int i) {
    if ((literal.charAt(i) | 0x20) != 'e') {
      return false;
    }
    i++;
    if (i < literal.length() && (literal.charAt(i) == '+' || literal.charAt(i) == '-')) {
      i++;
    }
    return i < literal.length() && digits(literal, i) == literal.length();
  }

  /** The position after the digits that start at {@code i}. */
  private static int digits(String literal, int i) {
    while (i < literal.length() && literal.charAt(i) >= '0' && literal.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
