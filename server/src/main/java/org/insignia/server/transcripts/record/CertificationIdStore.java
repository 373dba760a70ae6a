package org.insignia.server.transcripts.record;

import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificationIdStore {
  private final JdbcClient db;

  CertificationIdStore(JdbcClient db) {
    this.db = db;
  }

  Optional<CertificationId> find(PersonId person) {
    return db.sql("select number, document from certification_id where person_id = :person")
        .param("person", person.value())
        .query((row, _) ->
            new CertificationId(row.getLong("number"), row.getObject("document", UUID.class)))
        .optional();
  }

  /** Does nothing where the person has one already, or somebody else has this number. */
  void insert(PersonId person, CertificationId id) {
    db.sql(
            """
            insert into certification_id (person_id, number, document)
            values (:person, :number, :document)
            on conflict do nothing
            """)
        .param("person", person.value())
        .param("number", id.number())
        .param("document", id.document())
        .update();
  }

  /** Gives it to somebody who has none; false where there is none to give, or they have one. */
  boolean hand(PersonId from, PersonId to) {
    return db.sql(
                """
                update certification_id set person_id = :to
                 where person_id = :from
                   and not exists (select 1 from certification_id c where c.person_id = :to)
                """)
            .param("from", from.value())
            .param("to", to.value())
            .update()
        == 1;
  }
}
