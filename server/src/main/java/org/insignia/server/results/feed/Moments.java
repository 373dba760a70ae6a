package org.insignia.server.results.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a row's moments, all UTC: ISO 8601, {@code yyyy/MM/dd HH:mm:ss}, {@code MM/dd/yyyy
 * HH:mm:ss}; and {@code d/M/yyyy}, as exports of accounts in other languages have it, where another
 * date of the same row proves that the day comes first. Nothing is guessed: a date without padding
 * that could be either is refused.
 */
final class Moments {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})([/-])(\\d{2})\\2(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

  private final boolean dayFirst;
  private final boolean monthFirst;

  private Moments(boolean dayFirst, boolean monthFirst) {
    this.dayFirst = dayFirst;
    this.monthFirst = monthFirst;
  }

  /** Looks at all dates of a row for one that tells day and month apart. */
  static Moments ofRow(Collection<String> texts) {
    boolean day = false;
    boolean month = false;
    for (var text : texts) {
      var match = YEAR_LAST.matcher(text.strip());
      if (match.matches()) {
        day |= Integer.parseInt(match.group(1)) > 12;
        month |= Integer.parseInt(match.group(2)) > 12;
      }
    }
    return new Moments(day, month);
  }

  /** The moment; empty where the text is none or leaves a doubt. */
  Optional<Instant> read(String text) {
    try {
      var plain = text.strip();
      var match = YEAR_FIRST.matcher(plain);
      if (match.matches()) {
        return Optional.of(yearFirst(match));
      }
      match = YEAR_LAST.matcher(plain);
      return match.matches() ? yearLast(match) : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Instant yearFirst(Matcher m) {
    var day = LocalDate.of(number(m.group(1)), number(m.group(3)), number(m.group(4)));
    var time = m.group(5) == null ? LocalTime.MIDNIGHT : time(m.group(5), m.group(6), m.group(7));
    var zone = m.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(m.group(8));
    return OffsetDateTime.of(day, time, zone).toInstant();
  }

  private Optional<Instant> yearLast(Matcher m) {
    boolean padded = m.group(1).length() == 2 && m.group(2).length() == 2;
    if (dayFirst == monthFirst && (dayFirst || !padded)) {
      return Optional.empty();
    }
    int month = number(m.group(dayFirst ? 2 : 1));
    int day = number(m.group(dayFirst ? 1 : 2));
    var time = m.group(4) == null ? LocalTime.MIDNIGHT : time(m.group(4), m.group(5), m.group(6));
    return Optional.of(
        LocalDateTime.of(LocalDate.of(number(m.group(3)), month, day), time)
            .toInstant(ZoneOffset.UTC));
  }

  private static LocalTime time(
      String hour, String minute, @org.jspecify.annotations.Nullable String second) {
    return LocalTime.of(number(hour), number(minute), second == null ? 0 : number(second));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
