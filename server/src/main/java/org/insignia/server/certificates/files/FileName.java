package org.insignia.server.certificates.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a file after people and titles in any script, that every system can store and that
 * looks like what it is: no separators, no control or direction-changing characters, not too long.
 */
public final class FileName {
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
  private static final Pattern SEPARATING = Pattern.compile("[\\\\/:*?\"<>|%]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern ENDS = Pattern.compile("^[ .\\-~]+|[ .]+$");
  private static final int MOST_TITLE = 110;
  private static final int MOST_NAME = 80;

  private FileName() {}

  /**
   * Title, name and ending, for example {@code Cloud Administrator - Ana Núñez.pdf}; at most 200
   * bytes in UTF-8.
   */
  public static String of(String title, String name, String ending) {
    var first = cut(plain(title), MOST_TITLE);
    var second = cut(plain(name), MOST_NAME);
    return (first.isEmpty() ? "certificate" : first)
        + (second.isEmpty() ? "" : " - " + second)
        + ending;
  }

  private static String plain(String text) {
    var known = UNWANTED.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    var whole = BLANKS.matcher(SEPARATING.matcher(known).replaceAll(" ")).replaceAll(" ");
    return ENDS.matcher(whole).replaceAll("");
  }

  /** As many whole characters with their marks as fit into so many bytes. */
  private static String cut(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    var breaks = java.text.BreakIterator.getCharacterInstance();
    breaks.setText(text);
    int end = 0;
    int next = breaks.next();
    while (next != java.text.BreakIterator.DONE
        && text.substring(0, next).getBytes(StandardCharsets.UTF_8).length <= most) {
      end = next;
      next = breaks.next();
    }
    return ENDS.matcher(text.substring(0, end)).replaceAll("");
  }

  /**
   * The header that has a browser save an answer under this name (RFC 6266).
   *
   * @param plain what programs that know ASCII only call it
   */
  public static String disposition(String name, String plain) {
    var encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean safe = c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0);
      if (safe) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(java.util.Locale.ROOT, "%02X", b & 0xff));
      }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
