package org.insignia.server.sharing.counts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of counts, one for each badge, day and event. */
@Repository
class ReachStore {
  private final JdbcClient db;

  ReachStore(JdbcClient db) {
    this.db = db;
  }

  /** What is counted together of a badge. */
  record Key(
      CredentialId credential,
      LocalDate day,
      Event event,
      OrganisationId organisation,
      AchievementId achievement) {}

  /** Adds to what stands there; in one order on all nodes, so that none waits for another. */
  void add(Map<Key, Long> counts) {
    var keys =
        counts.keySet().stream()
            .sorted(
                Comparator.comparing((Key k) -> k.credential().value())
                    .thenComparing(Key::day)
                    .thenComparing(k -> k.event().name()))
            .toList();
    db.sql(
            """
            insert into reach (credential_id, day, kind, organisation_id, achievement_id, count)
            select credential, day, kind, organisation, achievement, count
              from unnest(cast(:credentials as uuid[]), cast(:days as date[]), cast(:kinds as text[]),
                          cast(:organisations as uuid[]), cast(:achievements as uuid[]), cast(:counts as bigint[]))
                   as t(credential, day, kind, organisation, achievement, count)
            on conflict (credential_id, day, kind) do update set count = reach.count + excluded.count
            """)
        .param("credentials", column(keys, k -> k.credential().value()))
        .param("days", column(keys, Key::day))
        .param("kinds", column(keys, Key::event))
        .param("organisations", column(keys, k -> k.organisation().value()))
        .param("achievements", column(keys, k -> k.achievement().value()))
        .param("counts", column(keys, counts::get))
        .update();
  }

  private static String[] column(List<Key> keys, Function<Key, ?> value) {
    return keys.stream().map(value).map(String::valueOf).toArray(String[]::new);
  }

  /** Sums of one badge from a day on. */
  Map<Event, Long> of(CredentialId credential, LocalDate from) {
    var sums = new EnumMap<Event, Long>(Event.class);
    db.sql(
            """
            select kind, sum(count) as sum
              from reach
             where credential_id = :id and day >= :from
             group by kind
            """)
        .param("id", credential.value())
        .param("from", from)
        .query(row -> {
          sums.put(Event.valueOf(row.getString("kind")), row.getLong("sum"));
        });
    return sums;
  }

  /** One event of one achievement. */
  record Sum(AchievementId achievement, Event event, long count, long badges) {}

  /** Sums of an issuer's badges from a day on, and how many badges they are of. */
  List<Sum> of(OrganisationId organisation, LocalDate from) {
    return db.sql(
            """
            select achievement_id, kind, sum(count) as sum, count(distinct credential_id) as badges
              from reach
             where organisation_id = :organisation and day >= :from
             group by achievement_id, kind
            """)
        .param("organisation", organisation.value())
        .param("from", from)
        .query((row, number) ->
            new Sum(
                new AchievementId(row.getObject("achievement_id", UUID.class)),
                Event.valueOf(row.getString("kind")),
                row.getLong("sum"),
                row.getLong("badges")))
        .list();
  }
}
