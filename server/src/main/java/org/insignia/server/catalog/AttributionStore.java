package org.insignia.server.catalog;

import java.util.Optional;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class AttributionStore {
  private final JdbcClient db;

  AttributionStore(JdbcClient db) {
    this.db = db;
  }

  Optional<String> of(OrganisationId organisation) {
    return db.sql("select line from catalogue_attribution where organisation_id = :id")
        .param("id", organisation.value())
        .query(String.class)
        .optional();
  }

  void put(OrganisationId organisation, String line) {
    db.sql(
            """
            insert into catalogue_attribution (organisation_id, line) values (:id, :line)
            on conflict (organisation_id) do update set line = excluded.line
            """)
        .param("id", organisation.value())
        .param("line", line)
        .update();
  }

  void delete(OrganisationId organisation) {
    db.sql("delete from catalogue_attribution where organisation_id = :id")
        .param("id", organisation.value())
        .update();
  }
}
