package org.insignia.server.accounts.oidc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of links to accounts of other sites. */
@Repository
final class ProviderLinkStore {
  private final JdbcClient db;

  ProviderLinkStore(JdbcClient db) {
    this.db = db;
  }

  Optional<PersonId> owner(String issuer, String subject) {
    return db.sql(
            """
            select l.person_id
              from provider_link l
              join person p on p.id = l.person_id and p.merged_into is null
             where l.issuer = :issuer and l.subject = :subject
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /** False if the identity opens an account already. */
  boolean insert(UUID id, PersonId person, ProviderSignIns.Identity identity, Instant now) {
    return db.sql(
                """
                insert into provider_link (id, issuer, subject, person_id, provider, label, linked_at)
                values (:id, :issuer, :subject, :person, :provider, :label, :now)
                on conflict (issuer, subject) do nothing
                """)
            .param("id", id)
            .param("issuer", identity.issuer())
            .param("subject", identity.subject())
            .param("person", person.value())
            .param("provider", identity.provider())
            .param("label", identity.label())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  List<ProviderLinks.Link> of(PersonId person) {
    return db.sql(
            "select id, provider, label, linked_at from provider_link where person_id = :person order by linked_at, id")
        .param("person", person.value())
        .query((row, number) ->
            new ProviderLinks.Link(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("label"),
                row.getTimestamp("linked_at").toInstant()))
        .list();
  }

  Optional<String> remove(PersonId person, UUID id) {
    return db.sql(
            "delete from provider_link where id = :id and person_id = :person returning provider")
        .param("id", id)
        .param("person", person.value())
        .query(String.class)
        .optional();
  }
}
