package org.insignia.server.insights.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.insignia.server.insights.posting.Place;

/** The names of countries, of the regions that are searched by, and of the larger cities. */
final class Gazetteer {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> COUNTRIES = new HashMap<>();

  /** By country and name or code, and by name alone. */
  private static final Map<String, Place> REGIONS = new HashMap<>();

  private static final Map<String, Place> CITIES = new HashMap<>();

  static {
    var languages =
        List.of("en", "es", "pt", "it", "de", "fr", "zh").stream()
            .map(Locale::forLanguageTag)
            .toList();
    for (var code : CODES) {
      var country = Locale.of("", code);
      COUNTRIES.put(key(code), code);
      languages.forEach(l -> COUNTRIES.putIfAbsent(key(country.getDisplayCountry(l)), code));
      try {
        COUNTRIES.putIfAbsent(key(country.getISO3Country()), code);
      } catch (MissingResourceException without) {
        continue;
      }
    }
    read();
  }

  private Gazetteer() {}

  private static void read() {
    var in = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("/insights/places.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(Gazetteer::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(String line) {
    var parts = line.split("\\|", -1);
    var country = parts[1];
    switch (parts[0]) {
      case "N" -> {
        for (var name : parts[2].split(";")) {
          COUNTRIES.put(key(name), country);
        }
      }
      case "R" -> {
        var region = new Place(country, parts[2], "");
        REGIONS.put(country + " " + key(parts[2]), region);
        if (country.equals("US")) {
          REGIONS.put(key(parts[2]), region); // alone, two letters are one of the United States
        }
        for (var name : parts[3].split(";")) {
          REGIONS.put(country + " " + key(name), region);
          REGIONS.putIfAbsent(key(name), region);
        }
      }
      default -> {
        var names = parts[3].split(";");
        var city = new Place(country, parts[2], names[0].replaceAll(" \\(..\\)$", ""));
        for (var name : names) {
          CITIES.put(country + " " + key(name.replaceAll(" \\(..\\)$", "")), city);
          CITIES.putIfAbsent(key(name), city);
        }
      }
    }
  }

  /** Names are alike without case, accents and marks. */
  static String key(String name) {
    var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return MARKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** The country's code; empty where the name is none. */
  static String country(String name) {
    return COUNTRIES.getOrDefault(key(name), "");
  }

  /** The region of this name or code; of this country where one is given. */
  static Optional<Place> region(String country, String name) {
    var key = country.isEmpty() ? key(name) : country + " " + key(name);
    return key(name).isEmpty() ? Optional.empty() : Optional.ofNullable(REGIONS.get(key));
  }

  /** The city of this name; of this country where one is given. */
  static Optional<Place> city(String country, String name) {
    var key = country.isEmpty() ? key(name) : country + " " + key(name);
    return key(name).isEmpty() ? Optional.empty() : Optional.ofNullable(CITIES.get(key));
  }
}
