package org.insignia.bench.feeds;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes candidates with invented names; no two have the same name and birth month unless that is
 * wanted.
 */
final class People {
  private static final List<String> FIRST =
      List.of(
          "Ana",
          "Bruno",
          "Chiara",
          "Dmitri",
          "Elif",
          "Farah",
          "Giulia",
          "Hana",
          "Ines",
          "João",
          "Katarína",
          "Lucía",
          "Mateo",
          "Nadia",
          "Oluwaseun",
          "Priya",
          "Quentin",
          "Renée",
          "Søren",
          "Tomás",
          "Ulrike",
          "Valérie",
          "Wanjiru",
          "Ximena",
          "Yusuf",
          "Zoë",
          "Aarav",
          "Beatriz",
          "Cédric",
          "Dagny",
          "Emre",
          "Fiona",
          "Goran",
          "Hugo",
          "Iris",
          "Jasper");

  private static final List<String> LAST =
      List.of(
          "Almeida",
          "Bianchi",
          "Castellanos",
          "Dvořák",
          "Eriksen",
          "Ferreira",
          "García",
          "Haddad",
          "Ivanova",
          "Jensen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Núñez",
          "O'Brien",
          "Papadakis",
          "Quispe",
          "Rossi",
          "Sørensen",
          "Takahashi",
          "Uzun",
          "Villanueva",
          "Weiß",
          "Xu",
          "Yılmaz",
          "Zhang",
          "Abara",
          "Becker",
          "Conti",
          "Duarte",
          "Endo",
          "Fischer");

  private static final List<String> LANGUAGES =
      List.of("en", "en", "en", "en", "es", "pt-BR", "zh-CN", "it", "de", "fr");
  private static final List<String> OTHER_LANGUAGES = List.of("es", "pt-BR", "zh-CN", "it");
  private static final List<String> PROVIDERS =
      List.of("certiport", "certiport", "pearson-vue", "prometric", "certiverse");
  private static final List<String> COUNTRIES =
      List.of("BR", "CN", "DE", "ES", "FR", "IN", "IT", "MX", "PT", "US");
  private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");

  private final RandomGenerator random;
  private final Set<String> taken = new HashSet<>();
  private int next = 100_000;

  People(RandomGenerator random) {
    this.random = random;
  }

  Person anybody() {
    return of(one(PROVIDERS), one(LANGUAGES));
  }

  Person notEnglish() {
    return of("certiport", one(OTHER_LANGUAGES));
  }

  Person at(String provider) {
    return of(provider, one(LANGUAGES));
  }

  String candidate() {
    return "C" + next++;
  }

  /** Another human being of the same name: born in another month, reached elsewhere. */
  Person lookAlike(Person person) {
    var month = person.birthMonth();
    while (!taken.add(key(person.first(), person.last(), month))) {
      month = month();
    }
    return new Person(
        person.provider(),
        candidate(),
        person.first(),
        person.last(),
        "p" + next + "@" + one(DOMAINS),
        "en",
        month,
        one(COUNTRIES));
  }

  private Person of(String provider, String language) {
    while (true) {
      var first = one(FIRST);
      var last = one(LAST);
      var month = month();
      if (taken.add(key(first, last, month))) {
        var candidate = candidate();
        return new Person(
            provider,
            candidate,
            first,
            last,
            "u" + candidate.substring(1) + "@" + one(DOMAINS),
            language,
            month,
            one(COUNTRIES));
      }
    }
  }

  private String month() {
    return (1960 + random.nextInt(45)) + "-%02d".formatted(1 + random.nextInt(12));
  }

  private static String key(String first, String last, String month) {
    return first + "|" + last + "|" + month;
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
