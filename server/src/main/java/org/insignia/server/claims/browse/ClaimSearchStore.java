package org.insignia.server.claims.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClaimSearchStore {
  private final JdbcClient db;

  ClaimSearchStore(JdbcClient db) {
    this.db = db;
  }

  List<CredentialId> in(OrganisationId organisation, Set<Claim.State> states, int limit) {
    return db.sql(
            """
            select credential_id from claim
             where organisation_id = :organisation and state = any (:states)
             order by offered_at desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("states", states.stream().map(Enum::name).toArray(String[]::new))
        .param("limit", limit)
        .query(ClaimSearchStore::id)
        .list();
  }

  List<CredentialId> shown(OrganisationId organisation, int limit) {
    return db.sql(
            """
            select credential_id from claim
             where organisation_id = :organisation and state = 'ACCEPTED' and visibility = 'PUBLIC'
             order by offered_at desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query(ClaimSearchStore::id)
        .list();
  }

  List<CredentialId> heldBy(OrganisationId organisation, PersonId person) {
    return db.sql(
            """
            select credential_id from claim
             where owner_id = :owner and state = 'ACCEPTED' and organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .param("owner", person.value())
        .query(ClaimSearchStore::id)
        .list();
  }

  List<CredentialId> decided(
      OrganisationId organisation, @Nullable Instant from, @Nullable Instant until, int limit) {
    return db.sql(
            """
            select credential_id from claim
             where organisation_id = :organisation
               and decided_at >= coalesce(cast(:from as timestamptz), '-infinity')
               and decided_at <= coalesce(cast(:until as timestamptz), 'infinity')
             order by decided_at desc limit :limit
            """)
        .param("organisation", organisation.value())
        .param("from", from == null ? null : from.toString())
        .param("until", until == null ? null : until.toString())
        .param("limit", limit)
        .query(ClaimSearchStore::id)
        .list();
  }

  private static CredentialId id(ResultSet row, int number) throws SQLException {
    return new CredentialId(row.getObject("credential_id", UUID.class));
  }
}
