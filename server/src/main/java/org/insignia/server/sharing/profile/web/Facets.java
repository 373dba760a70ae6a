package org.insignia.server.sharing.profile.web;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.profile.Piece;
import org.insignia.server.sharing.profile.web.ProfilePage.Choice;
import org.insignia.server.sharing.profile.web.ProfilePage.Option;
import org.jspecify.annotations.Nullable;

/** The filters of a profile: by who issued it, by skill, by year. */
record Facets(Choice issuer, Choice skill, Choice year, Language language) {
  private static final int MOST_SKILLS = 40;

  static Facets of(
      List<Piece> all,
      @Nullable String issuer,
      @Nullable String skill,
      @Nullable String year,
      Language language) {
    return new Facets(
        ProfilePage.choice(issuer, issuers(all)),
        ProfilePage.choice(skill, skills(all, language)),
        ProfilePage.choice(year, years(all)),
        language);
  }

  boolean fits(Piece piece) {
    return fits(issuer, Stream.of(issuer(piece).value()))
        && fits(skill, skills(piece, language).stream())
        && fits(year, Stream.of(year(piece)));
  }

  /** As it stands behind a path; empty where no filter is set. */
  String query() {
    var query = new StringBuilder();
    add(query, "organisation", issuer);
    add(query, "skill", skill);
    add(query, "year", year);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, Choice choice) {
    if (!choice.chosen().isEmpty()) {
      query
          .append(name)
          .append('=')
          .append(
              java.net.URLEncoder.encode(choice.chosen(), java.nio.charset.StandardCharsets.UTF_8))
          .append('&');
    }
  }

  private static boolean fits(Choice choice, Stream<String> values) {
    return choice.chosen().isEmpty() || values.anyMatch(choice.chosen()::equals);
  }

  private static List<Option> issuers(List<Piece> all) {
    return all.stream()
        .map(Facets::issuer)
        .distinct()
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  /** Issuers of elsewhere go by their name, which is no slug: it has a mark before it. */
  private static Option issuer(Piece piece) {
    return switch (piece) {
      case Piece.Issued issued ->
          new Option(issued.badge().organisation().slug(), issued.badge().organisation().name());
      case Piece.Imported imported ->
          new Option("*" + imported.badge().issuerId(), imported.badge().issuerName());
    };
  }

  private static List<Option> skills(List<Piece> all, Language language) {
    return all.stream()
        .flatMap(p -> skills(p, language).stream())
        .distinct()
        .sorted()
        .limit(MOST_SKILLS)
        .map(s -> new Option(s, s))
        .toList();
  }

  private static List<String> skills(Piece piece, Language language) {
    return piece instanceof Piece.Issued issued
        ? issued.badge().achievement().words(language).skills()
        : List.of();
  }

  private static List<Option> years(List<Piece> all) {
    return all.stream()
        .map(Facets::year)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .map(y -> new Option(y, y))
        .toList();
  }

  private static String year(Piece piece) {
    return Integer.toString(piece.earnedAt().atZone(ZoneOffset.UTC).getYear());
  }
}
