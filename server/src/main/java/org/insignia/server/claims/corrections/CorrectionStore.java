package org.insignia.server.claims.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.corrections.Correction.State;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of wishes to have a name corrected. */
@Repository
final class CorrectionStore {
  private static final String SELECT =
      """
      select id, credential_id, organisation_id, person_id, name_before, name_asked, note, everywhere,
             state, asked_at, decided_at, reason
        from name_correction
      """;
  private final JdbcClient db;

  CorrectionStore(JdbcClient db) {
    this.db = db;
  }

  /** False if one is open for this badge. */
  boolean insert(Correction wish) {
    return db.sql(
                """
                insert into name_correction (id, credential_id, organisation_id, person_id, name_before, name_asked,
                                             note, everywhere, asked_at)
                values (:id, :credential, :organisation, :person, :before, :asked, :note, :everywhere, :at)
                on conflict (credential_id) where state = 'OPEN' do nothing
                """)
            .param("id", wish.id())
            .param("credential", wish.credential().value())
            .param("organisation", wish.organisation().value())
            .param("person", wish.person().value())
            .param("before", wish.nameBefore())
            .param("asked", wish.nameAsked())
            .param("note", wish.note())
            .param("everywhere", wish.everywhere())
            .param("at", Timestamp.from(wish.askedAt()))
            .update()
        == 1;
  }

  Optional<Correction> find(UUID id) {
    return db.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(CorrectionStore::row)
        .optional();
  }

  Optional<Correction> latest(CredentialId credential) {
    return db.sql(SELECT + " where credential_id = :id order by asked_at desc limit 1")
        .param("id", credential.value())
        .query(CorrectionStore::row)
        .optional();
  }

  List<Correction> of(OrganisationId organisation, State state, int limit) {
    return db.sql(
            SELECT
                + " where organisation_id = :id and state = :state order by asked_at, id limit :limit")
        .param("id", organisation.value())
        .param("state", state.name())
        .param("limit", limit)
        .query(CorrectionStore::row)
        .list();
  }

  /** Those that were decided last, the latest first. */
  List<Correction> decided(OrganisationId organisation, int limit) {
    return db.sql(
            SELECT
                + """
                 where organisation_id = :id and state in ('APPROVED', 'DECLINED')
                 order by decided_at desc, id limit :limit
                """)
        .param("id", organisation.value())
        .param("limit", limit)
        .query(CorrectionStore::row)
        .list();
  }

  /** Decides what is open; false if somebody else did. */
  boolean decide(UUID id, State state, @Nullable String reason, Instant now) {
    return db.sql(
                """
                update name_correction set state = :state, reason = :reason, decided_at = :now
                 where id = :id and state = 'OPEN'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Correction row(ResultSet row, int number) throws SQLException {
    var decided = row.getTimestamp("decided_at");
    return new Correction(
        row.getObject("id", UUID.class),
        new CredentialId(row.getObject("credential_id", UUID.class)),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name_before"),
        row.getString("name_asked"),
        row.getString("note"),
        row.getBoolean("everywhere"),
        State.valueOf(row.getString("state")),
        row.getTimestamp("asked_at").toInstant(),
        decided == null ? null : decided.toInstant(),
        row.getString("reason"));
  }
}
