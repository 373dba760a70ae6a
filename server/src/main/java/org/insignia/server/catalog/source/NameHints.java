package org.insignia.server.catalog.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.source.Fact.Edition;

/**
 * Locale and date in a file's name or folders, as {@code certs.es-es.2021-03-01.tar.gz!index.yml}.
 */
final class NameHints {
  private static final Pattern DATE = Pattern.compile("(?<!\\d)(20\\d{2}-\\d{2}-\\d{2})(?!\\d)");
  private static final Pattern LOCALE =
      Pattern.compile("(?<![A-Za-z0-9-])([a-z]{2}-(?:[a-z]{2}|[a-z]{4}))(?![A-Za-z0-9-])");

  private NameHints() {}

  static Edition edition(String name, LocalDate today) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher date = DATE.matcher(lower);
    Matcher locale = LOCALE.matcher(lower);
    return new Edition(
        date.find() ? parsed(date.group(1), today) : today,
        locale.find() ? locale.group(1) : "en-us");
  }

  private static LocalDate parsed(String text, LocalDate otherwise) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      return otherwise;
    }
  }
}
