package org.insignia.server.sharing.counts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of counts by country, one for each achievement, day and kind. */
@Repository
class CountryStore {
  private final JdbcClient db;

  CountryStore(JdbcClient db) {
    this.db = db;
  }

  /** What is counted together. */
  record Place(
      OrganisationId organisation,
      LocalDate day,
      AchievementId achievement,
      Kind kind,
      String country) {}

  /** Adds to what stands there; in one order on all nodes, so that none waits for another. */
  void add(Map<Place, Long> counts) {
    var places =
        counts.keySet().stream()
            .sorted(
                Comparator.comparing((Place p) -> p.achievement().value())
                    .thenComparing(Place::day)
                    .thenComparing(p -> p.kind().name())
                    .thenComparing(Place::country))
            .toList();
    db.sql(
            """
            insert into reach_country (organisation_id, day, achievement_id, kind, country, count)
            select organisation, day, achievement, kind, country, count
              from unnest(cast(:organisations as uuid[]), cast(:days as date[]), cast(:achievements as uuid[]),
                          cast(:kinds as text[]), cast(:countries as text[]), cast(:counts as bigint[]))
                   as t(organisation, day, achievement, kind, country, count)
            on conflict (organisation_id, day, achievement_id, kind, country)
               do update set count = reach_country.count + excluded.count
            """)
        .param("organisations", column(places, p -> p.organisation().value()))
        .param("days", column(places, Place::day))
        .param("achievements", column(places, p -> p.achievement().value()))
        .param("kinds", column(places, Place::kind))
        .param("countries", column(places, Place::country))
        .param("counts", column(places, counts::get))
        .update();
  }

  private static String[] column(List<Place> places, Function<Place, ?> value) {
    return places.stream().map(value).map(String::valueOf).toArray(String[]::new);
  }

  /** How often one kind of thing happened from a country. */
  record Sum(String country, Kind kind, long count) {}

  List<Sum> of(OrganisationId organisation, @Nullable AchievementId one, LocalDate from) {
    return db.sql(
            """
            select country, kind, sum(count) as count
              from reach_country
             where organisation_id = :organisation and day >= :from
               and achievement_id = coalesce(cast(:one as uuid), achievement_id)
             group by country, kind
            """)
        .param("organisation", organisation.value())
        .param("from", from)
        .param("one", one == null ? null : one.value())
        .query((row, number) ->
            new Sum(
                row.getString("country"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("count")))
        .list();
  }
}
