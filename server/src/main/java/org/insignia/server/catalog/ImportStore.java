package org.insignia.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports of imports. */
@Repository
final class ImportStore {
  private final JdbcClient db;

  ImportStore(JdbcClient db) {
    this.db = db;
  }

  void add(OrganisationId organisation, PastImport done) {
    db.sql(
            """
            insert into catalogue_import (id, organisation_id, at, actor, report)
            values (:id, :organisation, :at::timestamptz, :actor, :report::jsonb)
            """)
        .param("id", done.id())
        .param("at", done.at().toString())
        .param("organisation", organisation.value())
        .param("actor", done.actor())
        // PostgreSQL cannot keep U+0000, which a broken file may bring into a message.
        .param("report", CatalogJson.write(done.report()).replace("\\u0000", "\\ufffd"))
        .update();
  }

  List<PastImport> newest(OrganisationId organisation, int limit) {
    return db.sql(
            """
            select id, at, actor, report
              from catalogue_import
             where organisation_id = :organisation
             order by at desc, id desc
             limit :limit
            """)
        .param("organisation", organisation.value())
        .param("limit", limit)
        .query(ImportStore::row)
        .list();
  }

  /** Those before this one; none if it is not the organisation's. */
  List<PastImport> before(OrganisationId organisation, UUID last, int limit) {
    return db.sql(
            """
            select i.id, i.at, i.actor, i.report
              from catalogue_import i
              join catalogue_import l on l.id = :last and l.organisation_id = i.organisation_id
             where i.organisation_id = :organisation and (i.at, i.id) < (l.at, l.id)
             order by i.at desc, i.id desc
             limit :limit
            """)
        .param("organisation", organisation.value())
        .param("last", last)
        .param("limit", limit)
        .query(ImportStore::row)
        .list();
  }

  Optional<PastImport> find(OrganisationId organisation, UUID id) {
    return db.sql(
            """
            select id, at, actor, report
              from catalogue_import
             where organisation_id = :organisation and id = :id
            """)
        .param("organisation", organisation.value())
        .param("id", id)
        .query(ImportStore::row)
        .optional();
  }

  private static PastImport row(ResultSet row, int number) throws SQLException {
    return new PastImport(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        CatalogJson.read(row.getString("report"), ImportReport.class));
  }
}
