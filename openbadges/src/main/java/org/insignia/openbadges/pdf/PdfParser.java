package org.insignia.openbadges.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.MalformedCredential;

/** Reads values from bytes, forward from an offset. */
final class PdfParser {
  private static final int DEEPEST = 40;
  private static final int LONGEST_WORD = 200;

  private final byte[] bytes;
  private final Effort effort;
  private int at;

  PdfParser(byte[] bytes, int from, Effort effort) {
    this.bytes = bytes;
    this.effort = effort;
    this.at = from;
    if (from < 0 || from > bytes.length) {
      throw broken("an offset outside of the file");
    }
  }

  int position() {
    return at;
  }

  PdfValue value() {
    return value(0);
  }

  /** The next value where it is a number. */
  int whole() {
    if (value() instanceof PdfValue.Whole number
        && number.value() >= 0
        && number.value() <= Integer.MAX_VALUE) {
      return (int) number.value();
    }
    throw broken("no number where one must be");
  }

  /** Passes over a keyword, or leaves the place as it was and says no. */
  boolean skip(String word) {
    skipSpace();
    if (!startsWith(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /**
   * The value of the object that begins here, with its stream where it has one.
   *
   * @param number which object it must be; negative for any
   */
  PdfValue object(int number) {
    int own = whole();
    whole();
    if (own != number && number >= 0 || !skip("obj")) {
      throw broken("another object than the one looked for");
    }
    PdfValue value = value();
    if (!(value instanceof PdfValue.Dictionary dictionary) || !skip("stream")) {
      return value;
    }
    at += at < bytes.length && bytes[at] == '\r' ? 1 : 0;
    at += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
    return new PdfValue.Stream(dictionary, at);
  }

  private PdfValue value(int depth) {
    effort.spend(1);
    if (depth > DEEPEST) {
      throw broken("nested too deep");
    }
    skipSpace();
    return switch (peek(0)) {
      case '/' -> name();
      case '[' -> elements(depth);
      case '(' -> text();
      case '<' -> peek(1) == '<' ? dictionary(depth) : hexText();
      case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word();
    };
  }

  private PdfValue.Dictionary dictionary(int depth) {
    at += 2;
    Map<String, PdfValue> members = new LinkedHashMap<>();
    while (true) {
      skipSpace();
      if (peek(0) == '>' && peek(1) == '>') {
        at += 2;
        return new PdfValue.Dictionary(members);
      }
      if (peek(0) != '/') {
        throw broken("a dictionary without names");
      }
      String name = name().value();
      members.putIfAbsent(name, value(depth + 1));
    }
  }

  private PdfValue elements(int depth) {
    at++;
    List<PdfValue> values = new ArrayList<>();
    while (true) {
      skipSpace();
      if (peek(0) == ']') {
        at++;
        return new PdfValue.Elements(values);
      }
      values.add(value(depth + 1));
    }
  }

  private PdfValue.Name name() {
    at++;
    var name = new StringBuilder();
    while (at < bytes.length && isRegular(bytes[at]) && name.length() < LONGEST_WORD) {
      int high = Character.digit(peek(1), 16);
      int low = Character.digit(peek(2), 16);
      boolean escaped = bytes[at] == '#' && high >= 0 && low >= 0;
      name.append((char) (escaped ? 16 * high + low : bytes[at] & 0xff));
      at += escaped ? 3 : 1;
    }
    return new PdfValue.Name(name.toString());
  }

  private PdfValue text() {
    int open = 0;
    do {
      switch (peek(0)) {
        case '\\' -> at++;
        case '(' -> open++;
        case ')' -> open--;
        default -> {}
      }
      at++;
      effort.spend(1);
    } while (open > 0);
    return new PdfValue.Text();
  }

  private PdfValue hexText() {
    while (peek(0) != '>') {
      at++;
      effort.spend(1);
    }
    at++;
    return new PdfValue.Text();
  }

  /** A number, or a reference: two whole numbers and an R. */
  private PdfValue number() {
    long value = Long.parseLong(digits());
    int behind = at;
    skipSpace();
    if (at > behind && isDigit(peek(0)) && value >= 0 && value <= Integer.MAX_VALUE) {
      digits();
      int generation = at;
      skipSpace();
      if (at > generation && peek(0) == 'R' && !isRegular((byte) peek(1))) {
        at++;
        return new PdfValue.Reference((int) value);
      }
    }
    at = behind;
    return new PdfValue.Whole(value);
  }

  private String digits() {
    var digits = new StringBuilder("0");
    boolean negative = peek(0) == '-';
    at += negative || peek(0) == '+' ? 1 : 0;
    while (isDigit(peek(0)) && digits.length() < 16) {
      digits.append((char) bytes[at++]);
    }
    while (peek(0) == '.' || isDigit(peek(0))) {
      at++;
    }
    return negative ? "-" + digits : digits.toString();
  }

  private PdfValue word() {
    int from = at;
    while (at < bytes.length && isRegular(bytes[at]) && at - from < LONGEST_WORD) {
      at++;
    }
    if (at == from) {
      throw broken("nothing where a value must be");
    }
    return new PdfValue.Word(new String(bytes, from, at - from, StandardCharsets.ISO_8859_1));
  }

  private void skipSpace() {
    while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] == '%')) {
      if (bytes[at] == '%') {
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
          at++;
          effort.spend(1);
        }
      } else {
        at++;
        effort.spend(1);
      }
    }
  }

  /** The byte so many further on; 0 behind the end, where reading a value ends in an error. */
  private int peek(int ahead) {
    if (at + ahead >= bytes.length) {
      if (at > bytes.length + 2) {
        throw broken("ends in the middle of a value");
      }
      return 0;
    }
    return bytes[at + ahead] & 0xff;
  }

  private boolean startsWith(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (peek(i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0;
  }

  private static boolean isRegular(byte b) {
    return !isSpace(b) && "()<>[]{}/%".indexOf(b & 0xff) < 0;
  }

  static MalformedCredential broken(String detail) {
    return new MalformedCredential("", "PDF: " + detail);
  }
}
