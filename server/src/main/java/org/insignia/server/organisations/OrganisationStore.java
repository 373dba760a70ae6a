package org.insignia.server.organisations;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationStore {
  private final JdbcClient db;

  OrganisationStore(JdbcClient db) {
    this.db = db;
  }

  static Organisation row(ResultSet row, int number) throws SQLException {
    var url = row.getString("url");
    return new Organisation(
        new OrganisationId(row.getObject("id", UUID.class)),
        row.getString("slug"),
        row.getString("name"),
        url == null ? null : URI.create(url),
        row.getString("email"),
        row.getString("accent"));
  }

  boolean insert(Organisation organisation) {
    return db.sql(
                """
                insert into organisation (id, slug, name, url, email, accent, founded_at)
                values (:id, :slug, :name, :url, :email, :accent, now())
                on conflict (slug) do nothing
                """)
            .param("id", organisation.id().value())
            .param("slug", organisation.slug())
            .param("name", organisation.name())
            .param("url", organisation.url() == null ? null : organisation.url().toString())
            .param("email", organisation.email())
            .param("accent", organisation.accent())
            .update()
        == 1;
  }

  Optional<Organisation> find(String slug) {
    return db.sql("select id, slug, name, url, email, accent from organisation where slug = :slug")
        .param("slug", slug)
        .query(OrganisationStore::row)
        .optional();
  }

  Optional<Organisation> find(OrganisationId id) {
    return db.sql("select id, slug, name, url, email, accent from organisation where id = :id")
        .param("id", id.value())
        .query(OrganisationStore::row)
        .optional();
  }

  List<Organisation> all() {
    return db.sql("select id, slug, name, url, email, accent from organisation order by name, id")
        .query(OrganisationStore::row)
        .list();
  }

  /** Upper and lower case are the same in every script, whatever the database was set up with. */
  List<Organisation> page(String part, int skip, int limit) {
    return db.sql(
            """
            select id, slug, name, url, email, accent from organisation
             where :part = '' or position(lower(:part collate "und-x-icu") in lower(name collate "und-x-icu")) > 0
             order by name, id limit :limit offset :skip
            """)
        .param("part", part)
        .param("limit", limit)
        .param("skip", skip)
        .query(OrganisationStore::row)
        .list();
  }

  int count(String part) {
    return db.sql(
            """
            select count(*) from organisation
             where :part = '' or position(lower(:part collate "und-x-icu") in lower(name collate "und-x-icu")) > 0
            """)
        .param("part", part)
        .query(Integer.class)
        .single();
  }

  List<Organisation> find(Collection<OrganisationId> ids) {
    return db.sql(
            """
            select id, slug, name, url, email, accent from organisation
             where id = any (cast(:ids as uuid[])) order by name, id
            """)
        .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(OrganisationStore::row)
        .list();
  }

  Optional<Organisation> first() {
    return db.sql(
            "select id, slug, name, url, email, accent from organisation order by founded_at, id limit 1")
        .query(OrganisationStore::row)
        .optional();
  }
}
