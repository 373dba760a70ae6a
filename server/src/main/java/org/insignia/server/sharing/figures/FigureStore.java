package org.insignia.server.sharing.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.browse.Subject;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FigureStore {
  private final JdbcClient db;

  FigureStore(JdbcClient db) {
    this.db = db;
  }

  /** What is counted together, on one day. */
  record Key(Subject subject, Kind kind) {}

  List<Figure> of(UUID organisation, LocalDate from) {
    return db.sql(
            """
            select day, achievement_id, kind, count from figure_day
             where organisation_id = :organisation and day >= :from
             order by day, achievement_id, kind
            """)
        .param("organisation", organisation)
        .param("from", from)
        .query((row, n) ->
            new Figure(
                row.getObject("day", LocalDate.class),
                new AchievementId(row.getObject("achievement_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getLong("count")))
        .list();
  }

  /** What was counted of badges that were looked at, shared, embedded or verified. */
  record Reached(Subject subject, Kind kind, long count) {}

  List<Reached> reach(LocalDate day) {
    return db.sql(
            """
            select organisation_id, achievement_id, kind, sum(count) as count from reach
             where day = :day group by organisation_id, achievement_id, kind
            """)
        .param("day", day)
        .query((row, n) ->
            new Reached(
                new Subject(
                    new OrganisationId(row.getObject("organisation_id", UUID.class)),
                    new AchievementId(row.getObject("achievement_id", UUID.class))),
                Kind.of(Event.valueOf(row.getString("kind"))),
                row.getLong("count")))
        .list();
  }

  /** Whoever replaces a day waits for whoever does so at the same moment; readers do not. */
  void replace(LocalDate day, Map<Key, Long> counts) {
    db.sql("lock table figure_day in share row exclusive mode").update();
    db.sql("delete from figure_day where day = :day").param("day", day).update();
    var keys = List.copyOf(counts.keySet());
    db.sql(
            """
            insert into figure_day (organisation_id, day, achievement_id, kind, count)
            select organisation, :day, achievement, kind, count
              from unnest(:organisations::uuid[], :achievements::uuid[], :kinds::text[], :counts::bigint[])
                   as t (organisation, achievement, kind, count)
            """)
        .param("day", day)
        .param("organisations", column(keys, k -> k.subject().organisation().value()))
        .param("achievements", column(keys, k -> k.subject().achievement().value()))
        .param("kinds", column(keys, Key::kind))
        .param("counts", column(keys, counts::get))
        .update();
  }

  private static String[] column(List<Key> keys, Function<Key, ?> value) {
    return keys.stream().map(value).map(String::valueOf).toArray(String[]::new);
  }

  /** Up to which day the count is final. */
  Optional<LocalDate> until() {
    return db.sql("select until from figure_progress").query(LocalDate.class).optional();
  }

  void setUntil(LocalDate day) {
    db.sql(
            """
            insert into figure_progress (until) values (:day)
            on conflict (one) do update set until = excluded.until
            """)
        .param("day", day)
        .update();
  }
}
