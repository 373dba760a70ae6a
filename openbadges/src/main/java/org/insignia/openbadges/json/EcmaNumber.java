package org.insignia.openbadges.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A double as ECMAScript's Number::toString writes it, which RFC 8785 and JSON-LD's doubles use.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.3">RFC 8785, 3.2.2.3</a>
 */
public final class EcmaNumber {
  private EcmaNumber() {}

  /**
   * @throws MalformedCredential for an infinity or not-a-number
   */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      throw new MalformedCredential("", "a number outside the range of a double");
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    // The value is 0.DIGITS times ten to the power of this.
    int point = digits.length() - shortest.scale();
    return (value < 0 ? "-" : "") + layOut(digits, point);
  }

  private static String layOut(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
  }

  /** The fewest digits that still read as this value, the nearest of these. */
  private static BigDecimal shortest(double value) {
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (decimal.precision() != 2) {
      return decimal;
    }
    // Java always takes two digits (4.9E-324); ECMAScript takes one where one is enough (5e-324).
    BigDecimal exact = new BigDecimal(value);
    BigDecimal best = decimal;
    for (var rounding : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
      BigDecimal one = decimal.round(new MathContext(1, rounding)).stripTrailingZeros();
      boolean nearer =
          best == decimal || one.subtract(exact).abs().compareTo(best.subtract(exact).abs()) < 0;
      if (one.doubleValue() == value && nearer) {
        best = one;
      }
    }
    return best;
  }
}
