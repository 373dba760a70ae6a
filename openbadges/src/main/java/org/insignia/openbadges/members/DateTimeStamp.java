package org.insignia.openbadges.members;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * The date and time of credentials: XML Schema {@code dateTimeStamp}, which needs an offset.
 *
 * @see <a href="https://www.w3.org/TR/2012/REC-xmlschema11-2-20120405/#dateTimeStamp">XSD 1.1</a>
 */
public final class DateTimeStamp {
  // ASCII digits only; the calendar itself is checked by java.time, which knows no leap seconds.
  private static final Pattern FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)");

  private static final String USUAL = "0000-00-00T00:00:00Z";

  private DateTimeStamp() {}

  /**
   * @param pointer where the text stands
   * @throws MalformedCredential unless it is a dateTimeStamp of the years 0000 to 9999
   */
  public static Instant parse(String text, String pointer) {
    try {
      return isUsual(text) ? usual(text) : unusual(text, pointer);
    } catch (DateTimeException e) {
      throw new MalformedCredential(pointer, "no such date or time");
    }
  }

  private static Instant unusual(String text, String pointer) {
    if (text.length() > 40 || !FORM.matcher(text).matches()) {
      throw new MalformedCredential(pointer, "not a date and time with offset");
    }
    return OffsetDateTime.parse(text).toInstant();
  }

  /** Whether this is in whole seconds of UTC, as nearly all are. */
  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char form = USUAL.charAt(i);
      char c = text.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10))
        .toInstant(ZoneOffset.UTC);
  }
}
