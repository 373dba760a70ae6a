package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.sharing.figures.Figures;
import org.insignia.server.sharing.figures.Figures.InCountry;
import org.insignia.server.sharing.figures.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * From which countries badges are looked at, shared, verified and accepted. Only of the stretches
 * that the console shows: of two that differ by a day, the difference would be of few people.
 */
@RestController
class CountriesApi {
  private final ApiDoor door;
  private final Figures figures;

  CountriesApi(ApiDoor door, Figures figures) {
    this.door = door;
    this.figures = figures;
  }

  /**
   * Counts of one country.
   *
   * @param country null: all others, and what is not known
   */
  record Place(@Nullable String country, Map<String, Long> counts) {
    static Place of(InCountry found) {
      Map<String, Long> counts = new TreeMap<>();
      found
          .counts()
          .forEach((kind, count) -> counts.put(kind.name().toLowerCase(Locale.ROOT), count));
      return new Place(found.code().isEmpty() ? null : found.code(), counts);
    }
  }

  @GetMapping("/rest/v1/analytics/countries")
  ResponseEntity<Listing<Place>> countries(
      @RequestParam(defaultValue = "month") String period,
      @RequestParam(required = false) @Nullable UUID achievement,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ANALYTICS_READ);
    if (Arrays.stream(Period.values()).noneMatch(p -> p.word().equals(period))) {
      throw new Problem.Invalid("period", "month, quarter or year");
    }
    var organisation = visit.organisation().id();
    var from = Period.of(period).begins(figures.today()).getFirst();
    var one = achievement == null ? null : new AchievementId(achievement);
    var found =
        figures.of(organisation, from).stream()
            .filter(f -> one == null || f.achievement().equals(one))
            .toList();
    List<InCountry> rows = figures.byCountry(organisation, one, from, found);
    return Listing.answer(rows.stream().map(Place::of).toList(), null, "");
  }
}
