package org.insignia.server.catalog.wording;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.platform.i18n.Language;

/** Finds the text that serves a language among those of the source's locales. */
final class Locales {
  private Locales() {}

  /**
   * The exact locale first, then one of the same language; Traditional Chinese never serves zh-CN.
   */
  static Optional<EntryText> text(Map<String, EntryText> byLocale, Language language) {
    String exact = language.tag().toLowerCase(Locale.ROOT);
    return byLocale.entrySet().stream()
        .filter(entry -> serves(entry.getKey(), language))
        .min(
            Comparator.comparing(
                    (Map.Entry<String, EntryText> entry) -> !entry.getKey().equals(exact))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue);
  }

  private static boolean serves(String locale, Language language) {
    boolean same = Language.find(locale).filter(found -> found == language).isPresent();
    return same && (language != Language.ZH_CN || !locale.matches("zh-(tw|hk|mo|hant).*"));
  }
}
