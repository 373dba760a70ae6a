package org.insignia.server.api.credly.badges;

import java.util.Set;
import org.insignia.server.api.credly.wire.Refusal;
import org.insignia.server.platform.i18n.Language;

/** The languages that clients name, and which of ours a letter is written in. */
final class Locales {
  private static final Set<String> THEIRS =
      Set.of(
          "en", "fr", "de", "ko", "ja", "zh-CN", "pt", "es-ES", "es-US", "fr-CA", "pt-BR", "ar",
          "it", "nl", "id", "vi", "th", "pl", "tr", "ru", "zh-TW", "es-LA");

  private static final int LONGEST = 20;

  private Locales() {}

  /**
   * Ours; English where we do not speak theirs.
   *
   * @throws Refusal if nobody speaks it
   */
  static Language of(String locale) {
    var plain = locale.replace('_', '-');
    if (plain.length() > LONGEST
        || THEIRS.stream().noneMatch(plain::equalsIgnoreCase) && Language.find(plain).isEmpty()) {
      throw Refusal.invalid("Validation failed: Locale is not included in the list");
    }
    return Language.find(plain).orElse(Language.EN);
  }
}
