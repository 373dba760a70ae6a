package org.insignia.openbadges.ob2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.DateTimeStamp;
import org.jspecify.annotations.Nullable;

/**
 * Dates as old badges have them: OB 2.0 wants ISO 8601 with offset, OB 1 also wrote days and
 * seconds since 1970. What has no offset is taken as UTC.
 */
final class LooseDate {
  private LooseDate() {}

  static @Nullable Instant read(@Nullable JsonValue value, String pointer) {
    return switch (value) {
      case null -> null;
      case JsonNumber n -> seconds(n.literal(), pointer);
      case JsonString s -> text(s.value(), pointer);
      default -> throw new MalformedCredential(pointer, "not a date");
    };
  }

  private static Instant text(String text, String pointer) {
    if (text.matches("[0-9]{9,10}")) {
      return seconds(text, pointer);
    }
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (text.matches(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?")) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeParseException e) {
      throw new MalformedCredential(pointer, "no such date");
    }
    String seconded =
        text.replaceFirst("^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(Z|[+-].*)$", "$1:00$2");
    // "+0000" is ISO 8601, though not the extended form that XML Schema has.
    return DateTimeStamp.parse(
        seconded.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2"), pointer);
  }

  private static Instant seconds(String digits, String pointer) {
    if (!digits.matches("[0-9]{1,11}")) {
      throw new MalformedCredential(pointer, "not seconds since 1970");
    }
    return Instant.ofEpochSecond(Long.parseLong(digits));
  }
}
