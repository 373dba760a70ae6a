package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.CatalogState.Text;

/**
 * The English title among those of all locales. Sources leave most titles untranslated, so the most
 * frequent one of the newest edition is English; legacy entries carry a translated suffix.
 */
final class EnglishTitle {
  private static final Pattern FOREIGN_SUFFIX =
      Pattern.compile("^(\\p{ASCII}+?)\\s*[(（][^()（）]*[^\\p{ASCII}()（）][^()（）]*[)）]$");

  private EnglishTitle() {}

  /** Empty where no text has a title. */
  static String of(Map<String, Text> byLocale) {
    String english = null;
    LocalDate newest = LocalDate.MIN;
    for (Map.Entry<String, Text> entry : byLocale.entrySet()) {
      String title = entry.getValue().text().title();
      if (title != null && entry.getKey().startsWith("en")) {
        english = title;
      }
      if (title != null && entry.getValue().date().isAfter(newest)) {
        newest = entry.getValue().date();
      }
    }
    return english != null ? spaced(english) : withEnglishSuffix(mostFrequent(byLocale, newest));
  }

  /** Some titles have lost the space before a bracket: "Associate(Outlook". */
  private static String spaced(String title) {
    return title.replaceAll("(?<=\\p{Lower})\\((?=\\p{Upper})", " (");
  }

  private static String mostFrequent(Map<String, Text> byLocale, LocalDate newest) {
    Map<String, Integer> counts = new HashMap<>();
    for (Text text : byLocale.values()) {
      if (text.text().title() != null && text.date().equals(newest)) {
        counts.merge(text.text().title(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String withEnglishSuffix(String title) {
    Matcher matcher = FOREIGN_SUFFIX.matcher(title);
    return matcher.matches() ? matcher.group(1) + " (legacy)" : title;
  }
}
