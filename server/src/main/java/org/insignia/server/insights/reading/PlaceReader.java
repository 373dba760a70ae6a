package org.insignia.server.insights.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Workplace;

/**
 * Understands what postings write as their place: {@code "San Francisco, CA | New York City, NY"},
 * {@code "Remote - US"}, {@code "München, Deutschland"}. What is not understood is left out, never
 * guessed.
 */
final class PlaceReader {
  private static final int MOST_PLACES = 60;
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?iu)\\b(remote(?:ly)?(?:[ -]friendly)?|remoto|remota|remotamente|home[ -]?(?:based|office)|télétravail|distributed|anywhere|worldwide|telework|work from home|wfh)\\b|远程");
  private static final Pattern HYBRID =
      Pattern.compile("(?iu)\\b(hybrid|h[ií]brido|ibrido|hybride)\\b|混合");
  private static final Pattern ONSITE =
      Pattern.compile("(?iu)\\b(on-?site|in-?office|presencial|in sede)\\b");
  private static final Pattern BETWEEN_PLACES = Pattern.compile("[;|•\\n/]|(?i: or | and/or )");
  private static final Pattern BETWEEN_PARTS =
      Pattern.compile("[,:()]| [-–—] |(?<=[A-Za-z])[-–] | [-–](?=[A-Z])");
  private static final Pattern NOISE =
      Pattern.compile(
          "(?iu)\\b(hq|headquarters|office|offices|only|or|within|in|the|any|area|metro|region|multiple locations?|select locations?|travel[- ]required|blank|n/a|all locations?|emea|apac|amer|latam|global|north america|south america|latin america|europe|european union|eu|middle east|asia|africa|(?:east|west) coast|\\w+ office field|hubs?)\\b");
  private static final Pattern TOWN = Pattern.compile("[\\p{L}][\\p{L}\\p{M}.'’ -]{1,39}");

  private final String defaultCountry;

  PlaceReader(String defaultCountry) {
    this.defaultCountry = defaultCountry;
  }

  /** What was understood of a place. */
  record Where(List<Place> places, Workplace workplace) {}

  /**
   * @param country as the feed says it beside the text, already a code; may be empty
   * @param region as the feed says it beside the text; may be empty
   * @param city as the feed says it beside the text; may be empty
   */
  Where read(String given, String country, String region, String city) {
    Set<Place> places = new LinkedHashSet<>();
    if (!city.isBlank() || !region.isBlank()) {
      places.add(stated(country, region, city));
    } else {
      for (var part : BETWEEN_PLACES.split(given)) {
        if (places.size() < MOST_PLACES) {
          places.addAll(new Parts(country).read(part));
        }
      }
    }
    places.removeIf(Place::isUnknown);
    var fallback = country.isEmpty() ? defaultCountry : country;
    if (places.isEmpty() && !fallback.isEmpty()) {
      places.add(Place.in(fallback));
    }
    return new Where(withoutRepetition(places), workplace(given));
  }

  private Place stated(String country, String region, String city) {
    var part = Gazetteer.region(country, region);
    var known = Gazetteer.city(part.map(Place::country).orElse(country), city);
    var code = part.or(() -> known).map(Place::region).orElse(region.strip());
    var land =
        country.isEmpty()
            ? part.or(() -> known).map(Place::country).orElse(defaultCountry)
            : country;
    return new Place(land, code, known.map(Place::city).orElse(city.strip()));
  }

  /** A country that is also the country of a city in the list says nothing more. */
  private static List<Place> withoutRepetition(Set<Place> places) {
    return places.stream()
        .filter(place ->
            !place.city().isEmpty()
                || places.stream()
                    .noneMatch(other ->
                        !other.equals(place)
                            && other.country().equals(place.country())
                            && (place.region().isEmpty() || other.region().equals(place.region()))))
        .toList();
  }

  private static Workplace workplace(String text) {
    if (HYBRID.matcher(text).find()) {
      return Workplace.HYBRID;
    }
    if (REMOTE.matcher(text).find()) {
      return Workplace.REMOTE;
    }
    return ONSITE.matcher(text).find() ? Workplace.ONSITE : Workplace.UNSTATED;
  }

  /** Puts the parts of one place together, from left to right; there may be several in a row. */
  private final class Parts {
    private final List<Place> done = new ArrayList<>();
    private final String stated;
    private String country = "";
    private String region = "";
    private String city = "";
    private String town = "";

    Parts(String stated) {
      this.stated = stated;
    }

    List<Place> read(String text) {
      var words = HYBRID.matcher(text).replaceAll(",");
      words = REMOTE.matcher(words).replaceAll(",");
      words = ONSITE.matcher(words).replaceAll(",");
      for (var raw : BETWEEN_PARTS.split(words)) {
        var part = raw.strip();
        if (!part.isEmpty() && !take(part)) {
          var plain = NOISE.matcher(part).replaceAll(" ").replaceAll("\\s+", " ").strip();
          takePlain(plain);
        }
      }
      flush();
      return done;
    }

    private void takePlain(String part) {
      if (part.isEmpty() || take(part)) {
        return;
      }
      for (var end : List.of(" United States", " Canada", " US", " USA", " UK")) {
        if (part.endsWith(end)) {
          takePlain(part.substring(0, part.length() - end.length()));
          take(end.strip());
          return;
        }
      }
      for (var name : part.split(" & | and ")) {
        if (part.length() != name.length() && take(name.strip())) {
          continue;
        }
        if (!TOWN.matcher(name).matches()) {
          continue;
        }
        if (!region.isEmpty() && !(city + town).isEmpty()) {
          flush(); // one after a town and its region begins another place
        }
        if ((city + town).isEmpty()) {
          town = name;
        }
      }
    }

    /** Whether the part is known. */
    private boolean take(String part) {
      return takeCity(part) || takeRegion(part) || takeCountry(part);
    }

    private boolean takeCity(String part) {
      if (part.length() < 3 && !part.equals("SF") && !part.equals("LA")) {
        return false;
      }
      // "New York, New York": what follows the city is its state.
      boolean first = city.isEmpty();
      var here =
          first
              ? Gazetteer.city(country.isEmpty() ? stated : country, part)
              : Gazetteer.city("", part);
      if (here.isEmpty() && first) {
        here = Gazetteer.city("", part);
      }
      if (here.isEmpty()) {
        return false;
      }
      if (!first && region.isEmpty() && Gazetteer.region("", part).isPresent()) {
        return false;
      }
      if (!first && here.get().city().equals(city)) {
        return true;
      }
      if (!first) {
        flush();
      }
      city = part;
      return true;
    }

    private boolean takeRegion(String part) {
      boolean code = part.length() <= 3;
      if (code && !part.equals(part.toUpperCase(Locale.ROOT))) {
        return false;
      }
      var lands = new ArrayList<String>();
      lands.add(country.isEmpty() ? stated : country);
      Gazetteer.city("", city).map(Place::country).ifPresent(lands::add);
      lands.add(defaultCountry);
      var found =
          lands.stream()
              .filter(land -> !land.isEmpty())
              .flatMap(land -> Gazetteer.region(land, part).stream())
              .findFirst();
      // "London, Ontario" is not in England; but "Tbilisi, Georgia" is in no state, nor is "Zurich,
      // CH".
      if (found.isEmpty() && (country.isEmpty() || code)) {
        boolean isCountry = !Gazetteer.country(part).isEmpty();
        boolean cityAbroad =
            !city.isEmpty()
                && !Gazetteer.country(part).isEmpty()
                && Gazetteer.city(Gazetteer.country(part), city).isPresent();
        if (!cityAbroad
            && (!isCountry || (code && (!city.isEmpty() || !town.isEmpty() || stated.isEmpty())))) {
          found = Gazetteer.region("", part);
        }
      }
      if (found.isEmpty()) {
        return false;
      }
      if (!region.isEmpty() && !region.equals(found.get().region())) {
        flush();
      }
      region = found.get().region();
      country = found.get().country();
      return true;
    }

    private boolean takeCountry(String part) {
      var code = Gazetteer.country(part);
      if (code.isEmpty() || (part.length() == 2 && !part.equals(part.toUpperCase(Locale.ROOT)))) {
        return false;
      }
      if (!country.isEmpty() && !country.equals(code)) {
        flush();
      }
      country = code;
      return true;
    }

    private void flush() {
      var land = country.isEmpty() ? stated : country;
      var known = Gazetteer.city(land, city).or(() -> Gazetteer.city("", city));
      var fits =
          known.filter(k ->
              (land.isEmpty() || land.equals(k.country()))
                  && (region.isEmpty() || region.equals(k.region())));
      if (fits.isPresent()) {
        // "Washington" alone may be the city or the state, which are not the same place.
        boolean unclear =
            region.isEmpty()
                && Gazetteer.region("", city)
                    .filter(state -> !state.region().equals(fits.get().region()))
                    .isPresent();
        done.add(unclear ? Place.in(fits.get().country()) : fits.get());
      } else if (!city.isEmpty() || !land.isEmpty() || !region.isEmpty()) {
        // A town we do not know is taken at its word where the rest says where it lies.
        done.add(
            new Place(land, region, city.isEmpty() ? town : known.map(Place::city).orElse(city)));
      } else if (!town.isEmpty() && !defaultCountry.isEmpty()) {
        done.add(new Place(defaultCountry, "", town));
      }
      country = "";
      region = "";
      city = "";
      town = "";
    }
  }
}
