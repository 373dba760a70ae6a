package org.insignia.server.sharing.counts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.sharing.counts.CountryStore.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts by country what happens to the badges of an achievement. Never to one badge: the country
 * of those who look at one would tell too much of whose it is.
 */
@Component
public class Countries {
  /** A count below this is not told: it might be of somebody one knows. */
  public static final int FEWEST = 10;

  private final Tally<Place> tally = new Tally<>();
  private final CountryStore store;
  private final Clock clock;

  Countries(CountryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What came from a country.
   *
   * @param code two letters of ISO 3166-1
   * @param counts of {@value #FEWEST} at least
   */
  public record Country(String code, Map<Kind, Long> counts) {
    public Country {
      counts = Map.copyOf(counts);
    }

    private long sum() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Remembers that this happened, now; empty, which is not known, is not counted. */
  void note(String country, Credential credential, Kind kind) {
    if (!country.isEmpty()) {
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      tally.add(
          new Place(credential.organisation(), today, credential.achievement(), kind, country), 1);
    }
  }

  /** Writes what was noted on this node; true if there was something. */
  boolean write() {
    var taken = tally.take();
    if (taken.isEmpty()) {
      return false;
    }
    try {
      store.add(taken);
    } catch (RuntimeException e) {
      taken.forEach(tally::add); // for the next time
      throw e;
    }
    return true;
  }

  /**
   * What came from each country from a day on, those with most first; a country of which there is
   * little of everything is missing.
   *
   * @param one the achievement that is looked at alone; null: all
   */
  public List<Country> of(
      OrganisationId organisation, @Nullable AchievementId one, LocalDate from) {
    Map<String, Map<Kind, Long>> counts = new LinkedHashMap<>();
    store.of(organisation, one, from).stream()
        .filter(sum -> sum.count() >= FEWEST)
        .forEach(sum ->
            counts
                .computeIfAbsent(sum.country(), code -> new EnumMap<>(Kind.class))
                .put(sum.kind(), sum.count()));
    return counts.entrySet().stream()
        .map(entry -> new Country(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Country::sum).reversed().thenComparing(Country::code))
        .toList();
  }
}
