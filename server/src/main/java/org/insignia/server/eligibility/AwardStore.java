package org.insignia.server.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards, in batches. */
@Repository
final class AwardStore {
  private static final String SELECT =
      """
      select a.id, a.organisation_id, a.dossier_id, a.achievement_id, a.state, a.earned_at,
             a.valid_until, a.cause, a.catalogue_number,
             array(select result_id from award_result r where r.award_id = a.id order by 1) as because
        from award a
      """;

  private final JdbcClient db;

  AwardStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Award> find(AwardId id) {
    return db.sql(SELECT + " where a.id = :id")
        .param("id", id.value())
        .query(AwardStore::award)
        .optional();
  }

  List<Award> of(Collection<DossierId> dossiers) {
    return db.sql(
            SELECT + " where a.dossier_id = any (:dossiers::uuid[]) order by a.earned_at, a.id")
        .param("dossiers", texts(List.copyOf(dossiers), d -> d.value().toString()))
        .query(AwardStore::award)
        .list();
  }

  /**
   * Lets nobody else decide on these people until the transaction ends: who decides on older
   * results must not write last.
   */
  void lock(Collection<DossierId> dossiers) {
    db.sql(
            """
            select count(*) from (
              select pg_advisory_xact_lock(key) from (
                select distinct hashtextextended(dossier, 7261) as key
                  from unnest(:dossiers) as d(dossier) order by 1) as keys) as locks
            """)
        .param("dossiers", texts(List.copyOf(dossiers), d -> d.value().toString()))
        .query(Long.class)
        .single();
  }

  /** Awards for the same thing that rest on one of these results, whoever's they are, by result. */
  Map<UUID, List<Award>> resting(Collection<UUID> results) {
    Map<UUID, List<Award>> found = new HashMap<>();
    List<Award> awards =
        db.sql(
                SELECT
                    + """
                     where a.id in (select award_id from award_result
                                     where result_id = any (:results::uuid[]))
                    """)
            .param("results", texts(List.copyOf(results), UUID::toString))
            .query(AwardStore::award)
            .list();
    for (Award award : awards) {
      award
          .because()
          .forEach(result -> found.computeIfAbsent(result, _ -> new ArrayList<>()).add(award));
    }
    return found;
  }

  void insert(List<Award> awards) {
    db.sql(
            """
            insert into award (id, organisation_id, dossier_id, achievement_id, state, earned_at,
                               valid_until, cause, catalogue_number, decided_at)
            select id, organisation, dossier, achievement, state, earned, until, cause, number, now()
              from unnest(:ids::uuid[], :organisations::uuid[], :dossiers::uuid[],
                          :achievements::uuid[], :states, :earned::timestamptz[],
                          :until::timestamptz[], :causes, :numbers::int[])
                as t(id, organisation, dossier, achievement, state, earned, until, cause, number)
            """)
        .param("ids", texts(awards, a -> a.id().value().toString()))
        .param("organisations", texts(awards, a -> a.organisation().value().toString()))
        .param("dossiers", texts(awards, a -> a.dossier().value().toString()))
        .param("achievements", texts(awards, a -> a.achievement().value().toString()))
        .param("states", texts(awards, a -> a.state().name()))
        .param("earned", texts(awards, a -> a.earnedAt().toString()))
        .param("until", texts(awards, a -> text(a.validUntil())))
        .param("causes", texts(awards, a -> a.cause().name()))
        .param("numbers", texts(awards, a -> Integer.toString(a.catalogueNumber())))
        .update();
    putResults(awards);
  }

  void update(List<Award> awards) {
    db.sql(
            """
            update award a
               set dossier_id = t.dossier, state = t.state, earned_at = t.earned,
                   valid_until = t.until, cause = t.cause, catalogue_number = t.number,
                   decided_at = now()
              from unnest(:ids::uuid[], :dossiers::uuid[], :states, :earned::timestamptz[],
                          :until::timestamptz[], :causes, :numbers::int[])
                as t(id, dossier, state, earned, until, cause, number)
             where a.id = t.id
            """)
        .param("ids", texts(awards, a -> a.id().value().toString()))
        .param("dossiers", texts(awards, a -> a.dossier().value().toString()))
        .param("states", texts(awards, a -> a.state().name()))
        .param("earned", texts(awards, a -> a.earnedAt().toString()))
        .param("until", texts(awards, a -> text(a.validUntil())))
        .param("causes", texts(awards, a -> a.cause().name()))
        .param("numbers", texts(awards, a -> Integer.toString(a.catalogueNumber())))
        .update();
    db.sql("delete from award_result where award_id = any (:ids::uuid[])")
        .param("ids", texts(awards, a -> a.id().value().toString()))
        .update();
    putResults(awards);
  }

  private void putResults(List<Award> awards) {
    List<UUID[]> pairs =
        awards.stream()
            .flatMap(a -> a.because().stream().map(r -> new UUID[] {r, a.id().value()}))
            .toList();
    db.sql(
            """
            insert into award_result (result_id, award_id)
            select result, award from unnest(:results::uuid[], :awards::uuid[]) as t(result, award)
            """)
        .param("results", texts(pairs, pair -> pair[0].toString()))
        .param("awards", texts(pairs, pair -> pair[1].toString()))
        .update();
  }

  void due(List<AwardId> awards) {
    db.sql(
            """
            insert into award_due (award_id)
            select award from unnest(:awards::uuid[]) as t(award) order by 1
            -- A mark that stands already is locked, so that nobody takes it without what is being written now.
            on conflict (award_id) do update set award_id = excluded.award_id
            """)
        .param("awards", texts(awards, a -> a.value().toString()))
        .update();
  }

  /**
   * @param taken gets the number of rows taken, news or not
   */
  List<AwardChange> takeDue(int limit, int[] taken) {
    return db
        .sql(
            """
            with taken as (
              delete from award_due where award_id = any (array(
                select award_id from award_due order by since, award_id
                 limit :limit for update skip locked)) -- chosen once, whatever the planner thinks
              returning award_id),
            told as (
              update award a set announced = a.state
                from taken t join award old on old.id = t.award_id
               where a.id = t.award_id
              returning a.id, a.organisation_id, a.dossier_id, a.achievement_id, a.earned_at,
                        a.valid_until, a.state, a.cause, old.announced as before)
            select * from told order by id
            """)
        .param("limit", limit)
        .query((row, _) -> {
          taken[0]++;
          return Optional.ofNullable(change(row));
        })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static @Nullable AwardChange change(ResultSet row) throws SQLException {
    boolean known = row.getString("before").equals(Award.State.GIVEN.name());
    boolean given = row.getString("state").equals(Award.State.GIVEN.name());
    if (!known && !given) {
      return null;
    }
    AwardChange.State state =
        !given
            ? AwardChange.State.WITHDRAWN
            : known ? AwardChange.State.CHANGED : AwardChange.State.GIVEN;
    return new AwardChange(
        new AwardId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new DossierId(row.getObject("dossier_id", UUID.class)),
        new AchievementId(row.getObject("achievement_id", UUID.class)),
        row.getObject("earned_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("valid_until", OffsetDateTime.class)),
        state,
        row.getString("cause"));
  }

  private static Award award(ResultSet row, int number) throws SQLException {
    return new Award(
        new AwardId(row.getObject("id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new DossierId(row.getObject("dossier_id", UUID.class)),
        new AchievementId(row.getObject("achievement_id", UUID.class)),
        Award.State.valueOf(row.getString("state")),
        row.getObject("earned_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("valid_until", OffsetDateTime.class)),
        Arrays.asList((UUID[]) row.getArray("because").getArray()),
        Cause.valueOf(row.getString("cause")),
        row.getInt("catalogue_number"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    @Nullable String[] texts = new String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = column.apply(rows.get(i));
    }
    return texts;
  }
}
