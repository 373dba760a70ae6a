package org.insignia.server.sharing.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of earners' own evidence. */
@Repository
final class OwnEvidenceStore {
  private final JdbcClient db;

  OwnEvidenceStore(JdbcClient db) {
    this.db = db;
  }

  /** What somebody laid beside a badge. */
  record Laid(PersonId by, OwnEvidence evidence) {}

  /** What lies beside these, whoever laid it, oldest first. */
  List<Laid> beside(Collection<CredentialId> badges) {
    return db.sql(
            """
            select person_id, id, credential_id, title, text, url
              from own_evidence
             where credential_id = any(cast(:badges as uuid[]))
             order by added_at, id
            """)
        .param("badges", badges.stream().map(b -> b.value().toString()).toArray(String[]::new))
        .query((row, number) ->
            new Laid(new PersonId(row.getObject("person_id", UUID.class)), evidence(row, number)))
        .list();
  }

  List<OwnEvidence> of(PersonId person) {
    return db.sql(
            """
            select id, credential_id, title, text, url
              from own_evidence
             where person_id = :person
             order by added_at, id
            """)
        .param("person", person.value())
        .query(OwnEvidenceStore::evidence)
        .list();
  }

  /** Adds one unless there are that many beside the badge already. */
  boolean insert(PersonId person, OwnEvidence evidence, int most, Instant now) {
    return db.sql(
                """
                insert into own_evidence (id, person_id, credential_id, title, text, url, added_at)
                select :id, :person, :badge, :title, :text, :url, :now
                 where (select count(*) from own_evidence
                         where credential_id = :badge and person_id = :person) < :most
                """)
            .param("id", evidence.id())
            .param("person", person.value())
            .param("badge", evidence.badge().value())
            .param("title", evidence.title())
            .param("text", evidence.text())
            .param("url", evidence.url().isEmpty() ? null : evidence.url())
            .param("now", Timestamp.from(now))
            .param("most", most)
            .update()
        == 1;
  }

  boolean delete(PersonId person, UUID id) {
    return db.sql("delete from own_evidence where id = :id and person_id = :person")
            .param("id", id)
            .param("person", person.value())
            .update()
        == 1;
  }

  private static OwnEvidence evidence(ResultSet row, int number) throws SQLException {
    return new OwnEvidence(
        row.getObject("id", UUID.class),
        new CredentialId(row.getObject("credential_id", UUID.class)),
        row.getString("title"),
        row.getString("text"),
        Objects.requireNonNullElse(row.getString("url"), ""));
  }

  /** What anybody laid beside these badges. */
  void erase(Collection<CredentialId> credentials) {
    db.sql("delete from own_evidence where credential_id = any (:ids)")
        .param("ids", credentials.stream().map(CredentialId::value).toArray(UUID[]::new))
        .update();
  }
}
