package org.insignia.server.insights.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the dates of feeds; one without a zone is in UTC. */
final class Moments {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern LOCAL =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,9})?");
  private static final Pattern OFFSET =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,9})?) ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})");

  private Moments() {}

  /** The instant, or the beginning of the day. */
  static Instant begin(String text) throws Faulty {
    return read(text, LocalTime.MIN);
  }

  /** The instant, or the end of the day. */
  static Instant end(String text) throws Faulty {
    return read(text, LocalTime.of(23, 59, 59));
  }

  private static Instant read(String given, LocalTime ofDay) throws Faulty {
    var text = given.strip();
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text).atTime(ofDay).toInstant(ZoneOffset.UTC);
      }
      var local = LOCAL.matcher(text);
      if (local.matches()) {
        return LocalDateTime.parse(local.group(1) + "T" + local.group(2)).toInstant(ZoneOffset.UTC);
      }
      var offset = OFFSET.matcher(text);
      if (offset.matches()) {
        return OffsetDateTime.parse(offset.group(1) + "T" + offset.group(2) + zone(offset.group(3)))
            .toInstant();
      }
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
          .toInstant();
    } catch (DateTimeException e) {
      throw new Faulty(Fault.BAD_DATE, given);
    }
  }

  private static String zone(String given) {
    if (Character.isLetter(given.charAt(0))) {
      return "Z";
    }
    return given.contains(":") ? given : given.substring(0, 3) + ":" + given.substring(3);
  }
}
