package org.insignia.server.catalog.svg;

import java.util.ArrayList;
import java.util.List;

/** Numbers as SVG writes them, one after the other without need of a space between. */
final class Numbers {
  /** Larger ones are in no drawing that somebody drew. */
  private static final double LARGEST = 1e7;

  private final String text;
  private int at;

  Numbers(String text) {
    this.text = text;
  }

  /** A single number. */
  static double of(String text) {
    return checked(text.strip());
  }

  /** All numbers of a list. */
  static double[] all(String text) {
    var in = new Numbers(text);
    List<Double> numbers = new ArrayList<>();
    while (in.hasNext()) {
      numbers.add(in.next());
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double checked(String number) {
    try {
      double value = Double.parseDouble(number);
      if (Math.abs(value) <= LARGEST) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Unusable(
        SvgPicture.Why.UNREADABLE, number.substring(0, Math.min(20, number.length())));
  }

  private void space() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
      at++;
    }
  }

  boolean hasNext() {
    space();
    return at < text.length();
  }

  /** Whether a number comes next; else a letter. */
  boolean hasNumber() {
    return hasNext() && "+-.0123456789".indexOf(text.charAt(at)) >= 0;
  }

  char letter() {
    space();
    return text.charAt(at++);
  }

  /** A flag of an arc: a single 0 or 1, which needs nothing behind it. */
  boolean flag() {
    space();
    char flag = at < text.length() ? text.charAt(at++) : ' ';
    if (flag != '0' && flag != '1') {
      throw new Unusable(SvgPicture.Why.UNREADABLE, "flag " + flag);
    }
    return flag == '1';
  }

  double next() {
    space();
    int from = at;
    if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean point = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.' && !point) {
        point = true;
      } else if ((c == 'e' || c == 'E') && at + 1 < text.length()) {
        at++; // the sign or first digit of the exponent
      } else if (c < '0' || c > '9') {
        break;
      }
      at++;
    }
    return checked(text.substring(from, at));
  }
}
