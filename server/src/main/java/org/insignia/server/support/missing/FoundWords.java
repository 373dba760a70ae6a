package org.insignia.server.support.missing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.insignia.server.issuing.Credential;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.springframework.stereotype.Component;

/** Says what was found, in any language: on pages, in requests for support and in their mails. */
@Component
public final class FoundWords {
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "pearson-vue", "Pearson VUE",
          "certiport", "Certiport",
          "prometric", "Prometric",
          "certiverse", "Certiverse",
          "psi", "PSI");

  private final Texts texts;

  FoundWords(Texts texts) {
    this.texts = texts;
  }

  /** The cause in a few words. */
  public String title(Language language, Found found) {
    return texts.text(language, "support.cause." + found.cause().name() + ".title");
  }

  /** What it means for the person whose badge it is. */
  String forEarner(Language language, Found found) {
    return say(language, found, ".earner");
  }

  /** What it means for staff. */
  public String forStaff(Language language, Found found) {
    return say(language, found, ".staff");
  }

  private String say(Language language, Found found, String whom) {
    var key = "support.cause." + found.cause().name() + whom;
    var args = found.args();
    if (found.cause() == Cause.STILL_MISSING && args.getLast().startsWith(Cause.ENOUGH)) {
      int enough = Integer.parseInt(args.getLast().substring(Cause.ENOUGH.length()));
      var names = list(language, args.subList(0, args.size() - 1));
      return texts.plural(language, "support.enough" + whom, enough, names);
    }
    var values = args(language, found);
    return values.length == 0 ? texts.text(language, key) : texts.text(language, key, values);
  }

  private static Object[] args(Language language, Found found) {
    var args = found.args();
    return switch (found.cause()) {
      case TWO_RECORDS -> new Object[] {provider(first(args))};
      case LEFT_OUT -> new Object[] {provider(first(args)), languageName(language, args.getLast())};
      case REVOKED, SUSPENDED -> new Object[0];
      default -> args.isEmpty() ? new Object[0] : new Object[] {list(language, args)};
    };
  }

  private static String first(List<String> args) {
    return args.isEmpty() ? "" : args.getFirst();
  }

  /** A reason that was given, in words of ours where it is one of ours; empty: none. */
  String quote(Language language, Found found) {
    boolean has = found.cause() == Cause.REVOKED || found.cause() == Cause.SUSPENDED;
    if (!has || found.args().isEmpty()) {
      return "";
    }
    return texts.known(language, Credential.REASONS, found.args().getFirst());
  }

  /** Names one after the other, as the language sets them apart. */
  static String list(Language language, List<String> names) {
    return String.join(language == Language.ZH_CN ? "；" : "; ", names);
  }

  /** A provider's name as it writes itself. */
  static String provider(String shortName) {
    return Objects.requireNonNullElse(PROVIDERS.get(shortName), shortName);
  }

  private static String languageName(Language reader, String tag) {
    var name = Locale.forLanguageTag(tag).getDisplayLanguage(reader.locale());
    return name.isEmpty() ? tag : name;
  }
}
