package org.insignia.server.sharing.share;

import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {
  private final JdbcClient db;

  LinkStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Long> linkedIn(OrganisationId organisation) {
    return db.sql("select linkedin_id from organisation_link where organisation_id = :id")
        .param("id", organisation.value())
        .query(Long.class)
        .optional();
  }

  void putLinkedIn(OrganisationId organisation, long number) {
    db.sql(
            """
            insert into organisation_link (organisation_id, linkedin_id)
            values (:id, :number)
            on conflict (organisation_id) do update set linkedin_id = excluded.linkedin_id
            """)
        .param("id", organisation.value())
        .param("number", number)
        .update();
  }

  void removeLinkedIn(OrganisationId organisation) {
    db.sql("delete from organisation_link where organisation_id = :id")
        .param("id", organisation.value())
        .update();
  }
}
