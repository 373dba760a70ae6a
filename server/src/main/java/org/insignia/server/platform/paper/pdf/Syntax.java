package org.insignia.server.platform.paper.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** How PDF spells values (ISO 32000-1, 7.3 and 7.9). */
final class Syntax {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Syntax() {}

  /** A text string, which may be of any script. */
  static String text(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f && "()\\".indexOf(c) < 0);
    return plain ? "(" + text + ")" : "<FEFF" + utf16(text) + ">";
  }

  static String utf16(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /** A name, with its slash. */
  static String name(String name) {
    var out = new StringBuilder("/");
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && "#()<>[]{}/%".indexOf(b) < 0;
      out.append(plain ? Character.toString(b) : String.format(Locale.ROOT, "#%02X", b));
    }
    return out.toString();
  }

  static String date(Instant instant) {
    return "(" + DATE.format(instant) + ")";
  }

  static String reference(int number) {
    return number + " 0 R";
  }

  /** To the thousandth, without zeros at the end; much faster than a formatter. */
  static void number(StringBuilder out, double value) {
    long thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      out.append('-');
      thousandths = -thousandths;
    }
    out.append(thousandths / 1000);
    int rest = (int) (thousandths % 1000);
    if (rest > 0) {
      out.append('.').append(rest / 100);
      if (rest % 100 > 0) {
        out.append(rest / 10 % 10);
        if (rest % 10 > 0) {
          out.append(rest % 10);
        }
      }
    }
  }

  static String number(double value) {
    var out = new StringBuilder();
    number(out, value);
    return out.toString();
  }
}
