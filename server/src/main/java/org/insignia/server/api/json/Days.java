package org.insignia.server.api.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.insignia.server.platform.problem.Problem;

/** Days as they are written in queries and bodies: year, month and day, in four and two digits. */
public final class Days {
  static final String FORM = "a day as year-month-day, for example 2026-03-31";

  /** Nothing here is older. */
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

  private Days() {}

  /** The day; empty for anything else, and for years that no calendar on a wall has. */
  static Optional<LocalDate> read(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A day that limits what is looked for. One before 1970 limits nothing, as that one does.
   *
   * @param name of the parameter
   * @throws Problem.Invalid for what is no day
   */
  public static LocalDate of(String name, String text) {
    var day = read(text).orElseThrow(() -> new Problem.Invalid(name, FORM));
    return day.isBefore(FIRST) ? FIRST : day;
  }
}
