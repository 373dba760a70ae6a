package org.insignia.openbadges.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date form of credentials and proofs.
 *
 * @see <a href="https://www.w3.org/TR/2012/REC-xmlschema11-2-20120405/#dateTimeStamp">XML Schema
 *     1.1 dateTimeStamp</a>
 */
public final class DateTimeStamp {
  private static final Pattern FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)");

  private DateTimeStamp() {}

  /**
   * The instant, where the text is a date-time with seconds and offset in the years 0000 to 9999;
   * else empty, also for null.
   */
  public static Optional<Instant> read(@Nullable String text) {
    if (text == null || !FORM.matcher(text).matches()) return Optional.empty();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      // The shape is right, but there is no such day or time.
      return Optional.empty();
    }
  }
}
