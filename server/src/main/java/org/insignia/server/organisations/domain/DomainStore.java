package org.insignia.server.organisations.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class DomainStore {
  private static final String COLUMNS =
      "organisation_id, domain, token, proven_at, way, checked_at, failing_since";
  private final JdbcClient db;

  DomainStore(JdbcClient db) {
    this.db = db;
  }

  /** In place of what was there, whose mark is gone with it. */
  void put(OrganisationId organisation, String domain, String token, Instant now) {
    unmark(organisation);
    db.sql(
            """
            insert into domain_proof (organisation_id, domain, token, asked_at)
            values (:id, :domain, :token, :now)
            on conflict (organisation_id) do update
               set domain = excluded.domain, token = excluded.token, asked_at = excluded.asked_at, proven_at = null,
                   way = null, checked_at = null, next_at = null, failing_since = null
            """)
        .param("id", organisation.value())
        .param("domain", domain)
        .param("token", token)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<DomainProof> find(OrganisationId organisation) {
    return db.sql("select " + COLUMNS + " from domain_proof where organisation_id = :id")
        .param("id", organisation.value())
        .query(DomainStore::row)
        .optional();
  }

  /** One that has to be looked at again; no other node takes it until then. */
  Optional<DomainProof> takeDue(Instant now, Instant until) {
    return db.sql(
            """
            update domain_proof set next_at = :until
             where organisation_id = (select organisation_id from domain_proof where next_at <= :now
                                       order by next_at limit 1 for update skip locked)
            returning
            """
                + " "
                + COLUMNS)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .query(DomainStore::row)
        .optional();
  }

  /** False if the organisation means another domain by now. */
  boolean proven(DomainProof proof, DomainProof.Way way, Instant now, Instant next) {
    boolean same =
        db.sql(
                    """
                    update domain_proof
                       set proven_at = coalesce(proven_at, :now), way = :way, checked_at = :now, next_at = :next,
                           failing_since = null
                     where organisation_id = :id and token = :token
                    """)
                .param("id", proof.organisation().value())
                .param("token", proof.token())
                .param("way", way.name())
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .update()
            == 1;
    if (same) {
      db.sql("update organisation set domain = :domain where id = :id")
          .param("domain", proof.domain())
          .param("id", proof.organisation().value())
          .update();
    }
    return same;
  }

  void notFound(DomainProof proof, Instant now, @Nullable Instant next) {
    db.sql(
            """
            update domain_proof
               set checked_at = :now, next_at = case when proven_at is null then null else cast(:next as timestamptz) end,
                   failing_since = case when proven_at is null then null else coalesce(failing_since, :now) end
             where organisation_id = :id and token = :token
            """)
        .param("id", proof.organisation().value())
        .param("token", proof.token())
        .param("now", Timestamp.from(now))
        .param("next", next == null ? null : Timestamp.from(next))
        .update();
  }

  /** Takes the mark away; what has to stand at the domain stays the same. */
  void lose(DomainProof proof) {
    unmark(proof.organisation());
    db.sql(
            """
            update domain_proof set proven_at = null, way = null, next_at = null, failing_since = null
             where organisation_id = :id and token = :token
            """)
        .param("id", proof.organisation().value())
        .param("token", proof.token())
        .update();
  }

  void remove(OrganisationId organisation) {
    unmark(organisation);
    db.sql("delete from domain_proof where organisation_id = :id")
        .param("id", organisation.value())
        .update();
  }

  private void unmark(OrganisationId organisation) {
    db.sql("update organisation set domain = null where id = :id and domain is not null")
        .param("id", organisation.value())
        .update();
  }

  private static DomainProof row(ResultSet row, int number) throws SQLException {
    var way = row.getString("way");
    return new DomainProof(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getString("domain"),
        row.getString("token"),
        instant(row.getTimestamp("proven_at")),
        way == null ? null : DomainProof.Way.valueOf(way),
        instant(row.getTimestamp("checked_at")),
        instant(row.getTimestamp("failing_since")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
