package org.insignia.server.certificates;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** On which paper and in which language a certificate is made. */
public record Edition(Paper paper, Language language) {
  /** Territories whose offices print on Letter (CLDR 48, paperSize US-Letter). */
  private static final Set<String> LETTER =
      Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

  private static final int LONGEST_HEADER = 500;

  /** A size that office printers know. */
  public enum Paper {
    A4,
    LETTER;

    /** As it stands in forms and addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Optional<Paper> find(String word) {
      return switch (word) {
        case "a4" -> Optional.of(A4);
        case "letter" -> Optional.of(LETTER);
        default -> Optional.empty();
      };
    }
  }

  /**
   * What suits somebody who chose nothing yet: the language they read, and the paper of the country
   * that their browser names.
   *
   * @param acceptLanguage header of the request; null where there is none
   */
  public static Edition suiting(Language language, @Nullable String acceptLanguage) {
    boolean letter = territory(acceptLanguage).filter(LETTER::contains).isPresent();
    return new Edition(letter ? Paper.LETTER : Paper.A4, language);
  }

  private static Optional<String> territory(@Nullable String header) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
          .filter(country -> !country.isEmpty())
          .findFirst();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** This one, but for what these words of a form or address say otherwise. */
  public Edition or(String paper, String language) {
    return new Edition(
        Paper.find(paper).orElse(this.paper), Language.find(language).orElse(this.language));
  }
}
