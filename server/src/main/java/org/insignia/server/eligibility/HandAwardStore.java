package org.insignia.server.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.eligibility.HandAwards.Gift;
import org.insignia.server.eligibility.HandAwards.Given;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Awards given by hand, in batches. */
@Repository
class HandAwardStore {
  private static final String SELECT =
      "select h.award_id, h.request, h.given_by, h.given_at, h.earner_number, h.run_id, h.line"
          + " from award_by_hand h ";
  private final JdbcClient db;

  HandAwardStore(JdbcClient db) {
    this.db = db;
  }

  List<Given> requested(OrganisationId organisation, Collection<UUID> requests) {
    return db.sql(
            SELECT
                + "where h.organisation_id = :organisation and h.request = any (:requests::text[]::uuid[])")
        .param("organisation", organisation.value())
        .param("requests", requests.stream().map(UUID::toString).toArray(String[]::new))
        .query(HandAwardStore::given)
        .list();
  }

  Optional<Given> find(AwardId award) {
    return db.sql(SELECT + "where h.award_id = :award")
        .param("award", award.value())
        .query(HandAwardStore::given)
        .optional();
  }

  List<Given> find(Collection<AwardId> awards) {
    return db.sql(SELECT + "where h.award_id = any (:awards::text[]::uuid[])")
        .param("awards", awards.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query(HandAwardStore::given)
        .list();
  }

  List<AwardId> numbered(OrganisationId organisation, String earnerNumber, int limit) {
    return db.sql(
            """
            select award_id from award_by_hand
             where organisation_id = :organisation and earner_number = :number and earner_number <> ''
             order by award_id desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("number", earnerNumber)
        .param("limit", limit)
        .query((row, line) -> new AwardId(row.getObject("award_id", UUID.class)))
        .list();
  }

  List<Given> ofRun(UUID run, long after, int limit) {
    return db.sql(SELECT + "where h.run_id = :run and h.line > :after order by h.line limit :limit")
        .param("run", run)
        .param("after", after)
        .param("limit", limit)
        .query(HandAwardStore::given)
        .list();
  }

  private static Given given(ResultSet row, int number) throws SQLException {
    long line = row.getLong("line");
    return new Given(
        new AwardId(row.getObject("award_id", UUID.class)),
        row.getObject("request", UUID.class),
        row.getString("given_by"),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        row.getString("earner_number"),
        row.getObject("run_id", UUID.class),
        line);
  }

  void insert(String by, OrganisationId organisation, List<Gift> gifts) {
    db.sql(
            """
            with g as materialized (
              select g.id::uuid, g.dossier::uuid, g.achievement::uuid, g.earned::timestamptz,
                     g.until::timestamptz, g.recipient, g.request::uuid, g.only_one::boolean, g.number,
                     g.run::uuid, g.line::bigint
                from unnest(:ids::text[], :dossiers::text[], :achievements::text[], :earned::text[],
                            :until::text[], :recipients::text[], :requests::text[], :only::text[],
                            :numbers::text[], :runs::text[], :lines::text[])
                  as g (id, dossier, achievement, earned, until, recipient, request, only_one, number, run, line)),
            given as (
              insert into award (id, organisation_id, dossier_id, achievement_id, state, announced,
                                 earned_at, valid_until, cause, catalogue_number, decided_at)
              select g.id, :organisation, g.dossier, g.achievement, 'GIVEN', 'GIVEN',
                     g.earned, g.until, 'BY_HAND', 0, now() from g)
            insert into award_by_hand (award_id, organisation_id, achievement_id, recipient_key, request,
                                       only_one, given_by, given_at, earner_number, run_id, line)
            select g.id, :organisation, g.achievement, g.recipient, g.request, g.only_one, :by, now(),
                   g.number, g.run, g.line from g
            """)
        .param("organisation", organisation.value())
        .param("by", by)
        .param("ids", column(gifts, g -> g.award().value().toString()))
        .param("dossiers", column(gifts, g -> g.dossier().value().toString()))
        .param("achievements", column(gifts, g -> g.achievement().value().toString()))
        .param("earned", column(gifts, g -> g.earnedAt().toString()))
        .param("until", column(gifts, g -> text(g.validUntil())))
        .param("recipients", column(gifts, g -> g.recipient().key()))
        .param("requests", column(gifts, g -> g.request().toString()))
        .param("only", column(gifts, g -> Boolean.toString(g.onlyOne())))
        .param("numbers", column(gifts, Gift::earnerNumber))
        .param("runs", column(gifts, g -> g.run() == null ? null : g.run().toString()))
        .param("lines", column(gifts, g -> g.run() == null ? null : Long.toString(g.line())))
        .update();
  }

  boolean isNamed(OrganisationId organisation, String mailboxKey) {
    return db.sql(
            """
            select exists (select 1 from award_by_hand
                            where organisation_id = :organisation and recipient_key = :key)
            """)
        .param("organisation", organisation.value())
        .param("key", mailboxKey)
        .query(Boolean.class)
        .single();
  }

  void forget(AwardId award) {
    db.sql(
            """
            update award_by_hand set recipient_key = 'erased', earner_number = '', only_one = false
             where award_id = :award
            """)
        .param("award", award.value())
        .update();
  }

  /** Whether it was one that stood. */
  boolean takeBack(AwardId award) {
    int taken =
        db.sql(
                """
                update award set state = 'WITHDRAWN', announced = 'WITHDRAWN', cause = 'TAKEN_BACK',
                       decided_at = now()
                 where id = :id and catalogue_number = 0 and state = 'GIVEN'
                """)
            .param("id", award.value())
            .update();
    db.sql("update award_by_hand set only_one = false where award_id = :id")
        .param("id", award.value())
        .update();
    return taken == 1;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable String[] column(
      List<Gift> gifts, Function<Gift, @Nullable String> value) {
    @Nullable String[] texts = new String[gifts.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = value.apply(gifts.get(i));
    }
    return texts;
  }
}
