package org.insignia.server.api.credly.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments in the forms that clients send, and in the one that they are sent. */
public final class Moments {
  private static final List<DateTimeFormatter> WITH_OFFSET =
      List.of(
          form("yyyy-MM-dd HH:mm:ss[.SSS] XXXX"),
          form("yyyy-MM-dd HH:mm:ss[.SSS] XXX"),
          form("yyyy-MM-dd HH:mm:ssXXX"),
          form("yyyy-MM-dd HH:mm:ssXXXX"),
          form("yyyy-MM-dd HH:mm XXXX"),
          form("yyyy-MM-dd'T'HH:mm:ss[.SSS]XXXX"),
          form("EEE MMM d yyyy HH:mm:ss 'GMT'XXXX"),
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME);
  private static final List<DateTimeFormatter> PLAIN =
      List.of(
          form("yyyy-MM-dd hh:mm:ss a"),
          form("yyyy-MM-dd HH:mm:ss"),
          form("yyyy-MM-dd HH:mm"),
          DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          form("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT)); // as exports to sheets have it
  private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private Moments() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** The moment; a day begins at midnight UTC, and what names no zone is meant in UTC. */
  public static Optional<Instant> parse(String typed) {
    if (typed.length() > 200) {
      return Optional.empty();
    }
    var text = typed.strip().replaceAll("\\s+", " ").replaceAll(" (UTC|GMT|Z)$", " +0000");
    // Where a form lost the sign of an offset.
    text = text.replaceAll("(\\d{2}:\\d{2}:\\d{2}) (\\d{4})$", "$1 +$2");
    // What a browser adds in brackets, and parts of a second finer than anybody needs.
    text = text.replaceAll(" \\([^)]{1,60}\\)$", "").replaceAll("(:\\d{2}\\.\\d{3})\\d{1,6}", "$1");
    text =
        text.replaceAll(
            "^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}\\.\\d{1,3})(?=[+-]|$)", "$1T$2");
    if (text.length() > 60) {
      return Optional.empty();
    }
    return parsed(text).filter(at -> at.isAfter(EARLIEST) && at.isBefore(LATEST));
  }

  private static Optional<Instant> parsed(String text) {
    for (var form : WITH_OFFSET) {
      var read = read(form, text);
      if (read != null) {
        return Optional.of(OffsetDateTime.from(read).toInstant());
      }
    }
    for (var form : PLAIN) {
      var read = read(form, text);
      if (read != null) {
        return Optional.of(LocalDateTime.from(read).toInstant(ZoneOffset.UTC));
      }
    }
    for (var form : DAYS) {
      var read = read(form, text);
      if (read != null) {
        return Optional.of(LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
    }
    return Optional.empty();
  }

  private static @Nullable TemporalAccessor read(DateTimeFormatter form, String text) {
    try {
      return form.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** As {@code 2014-04-01T14:41:00.000Z}; null for nothing. */
  public static @Nullable String stamp(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
  }

  /** As {@code 2014-04-01}; null for nothing. */
  public static @Nullable String day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
