package org.insignia.server.organisations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the rows of suspended organisations. */
@Repository
class SuspensionStore {
  private final JdbcClient db;

  SuspensionStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Suspension> find(OrganisationId organisation) {
    return db.sql(
            "select suspended_at, suspended_why from organisation where id = :id and suspended_at is not null")
        .param("id", organisation.value())
        .query((row, number) ->
            new Suspension(
                row.getTimestamp("suspended_at").toInstant(), row.getString("suspended_why")))
        .optional();
  }

  Set<OrganisationId> among(Collection<OrganisationId> organisations) {
    return new HashSet<>(
        db.sql(
                """
                select id from organisation
                 where suspended_at is not null and id = any (cast(:ids as uuid[]))
                """)
            .param(
                "ids", organisations.stream().map(o -> o.value().toString()).toArray(String[]::new))
            .query((row, number) -> new OrganisationId(row.getObject("id", UUID.class)))
            .list());
  }

  void set(OrganisationId organisation, String why, Instant now) {
    db.sql(
            """
            update organisation set suspended_at = coalesce(suspended_at, :now), suspended_why = :why where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("why", why)
        .param("id", organisation.value())
        .update();
  }

  /** False if it was open. */
  boolean clear(OrganisationId organisation) {
    return db.sql(
                """
                update organisation set suspended_at = null, suspended_why = null
                 where id = :id and suspended_at is not null
                """)
            .param("id", organisation.value())
            .update()
        == 1;
  }
}
