package org.insignia.server.accounts.postal;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;

/**
 * A country or territory.
 *
 * @param code two letters of ISO 3166-1, for example {@code BR}
 */
public record Country(String code) {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  public Country {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException("no country: " + code);
    }
  }

  /** Reads what a form sent; empty for anything but one of the codes. */
  public static Optional<Country> find(String code) {
    return CODES.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
  }

  /** All of them, in the alphabetical order of this language. */
  public static List<Country> all(Language language) {
    var order = Collator.getInstance(language.locale());
    return Stream.of(Locale.getISOCountries())
        .map(Country::new)
        .sorted(Comparator.comparing(c -> c.name(language), order))
        .toList();
  }

  /** Its name in this language. */
  public String name(Language language) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(language.locale());
  }
}
