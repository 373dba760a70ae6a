package org.insignia.server.sharing.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.sharing.counts.Countries;
import org.insignia.server.sharing.counts.Kind;
import org.insignia.server.sharing.figures.Figures.InCountry;

/** Figures by country, as a page and a file show them. */
final class Places {
  private static final long TOO_FEW = -1;

  private Places() {}

  static List<FiguresPage.Place> rows(List<InCountry> countries, Language language) {
    return countries.stream()
        .map(country -> new FiguresPage.Place(name(country.code(), language), counts(country)))
        .toList();
  }

  static List<List<String>> lines(List<InCountry> countries, Texts texts, Language language) {
    var lines = new ArrayList<List<String>>();
    lines.add(
        Stream.concat(
                Stream.of("figures.code", "figures.country").map(key -> texts.text(language, key)),
                kinds().map(kind -> texts.text(language, "figures.kind." + kind)))
            .toList());
    for (var country : countries) {
      var name =
          country.code().isEmpty()
              ? texts.text(language, "figures.elsewhere")
              : name(country.code(), language);
      lines.add(
          Stream.concat(
                  Stream.of(country.code(), name),
                  counts(country).stream()
                      .map(count ->
                          count == TOO_FEW ? "<" + Countries.FEWEST : Long.toString(count)))
              .toList());
    }
    return lines;
  }

  private static List<Long> counts(InCountry country) {
    long missing = country.code().isEmpty() ? 0 : TOO_FEW;
    return kinds().map(kind -> country.counts().getOrDefault(kind, missing)).toList();
  }

  private static Stream<Kind> kinds() {
    return Stream.of(Kind.values()).filter(kind -> kind != Kind.ISSUED);
  }

  private static String name(String code, Language language) {
    return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(language.locale());
  }
}
