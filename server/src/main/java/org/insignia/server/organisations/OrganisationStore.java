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
  static final String COLUMNS = "id, slug, name, url, email, accent, description, logo, domain";

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
        row.getString("accent"),
        row.getString("description"),
        row.getString("logo"),
        row.getString("domain"));
  }

  boolean insert(Organisation organisation) {
    return db.sql(
                """
                insert into organisation (id, slug, name, url, email, accent, skeleton, founded_at)
                values (:id, :slug, :name, :url, :email, :accent, :skeleton, now())
                on conflict (slug) do nothing
                """)
            .param("id", organisation.id().value())
            .param("slug", organisation.slug())
            .param("name", organisation.name())
            .param("url", organisation.url() == null ? null : organisation.url().toString())
            .param("email", organisation.email())
            .param("accent", organisation.accent())
            .param("skeleton", LookAlike.skeleton(organisation.name()))
            .update()
        == 1;
  }

  void update(Organisation organisation) {
    db.sql(
            """
            update organisation
               set name = :name, url = :url, email = :email, accent = :accent, description = :description,
                   logo = :logo, skeleton = :skeleton
             where id = :id
            """)
        .param("id", organisation.id().value())
        .param("name", organisation.name())
        .param("url", organisation.url() == null ? null : organisation.url().toString())
        .param("email", organisation.email())
        .param("accent", organisation.accent())
        .param("description", organisation.description())
        .param("logo", organisation.logo())
        .param("skeleton", LookAlike.skeleton(organisation.name()))
        .update();
  }

  /** Some whose name was never looked at, because they are older than the look. */
  List<Organisation> withoutSkeleton(int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + " from organisation where skeleton is null order by id limit :limit")
        .param("limit", limit)
        .query(OrganisationStore::row)
        .list();
  }

  void setSkeleton(OrganisationId id, String skeleton) {
    db.sql("update organisation set skeleton = :skeleton where id = :id")
        .param("skeleton", skeleton)
        .param("id", id.value())
        .update();
  }

  /** Another one whose name the eye takes for this one. */
  Optional<Organisation> alike(String skeleton, OrganisationId except) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                 from organisation
                where skeleton = :skeleton and id <> :except order by founded_at, id limit 1
                """)
        .param("skeleton", skeleton)
        .param("except", except.value())
        .query(OrganisationStore::row)
        .optional();
  }

  void putLogo(OrganisationId id, Logo logo) {
    db.sql(
            """
            insert into organisation_logo (organisation_id, hash, png) values (:id, :hash, :png)
            on conflict (organisation_id) do update set hash = excluded.hash, png = excluded.png
            """)
        .param("id", id.value())
        .param("hash", logo.hash())
        .param("png", logo.png())
        .update();
  }

  void removeLogo(OrganisationId id) {
    db.sql("delete from organisation_logo where organisation_id = :id")
        .param("id", id.value())
        .update();
  }

  Optional<Logo> logo(OrganisationId id) {
    return db.sql("select hash, png from organisation_logo where organisation_id = :id")
        .param("id", id.value())
        .query((row, number) -> new Logo(row.getString("hash"), row.getBytes("png")))
        .optional();
  }

  Optional<Organisation> find(String slug) {
    return db.sql("select " + COLUMNS + " from organisation where slug = :slug")
        .param("slug", slug)
        .query(OrganisationStore::row)
        .optional();
  }

  Optional<Organisation> find(OrganisationId id) {
    return db.sql("select " + COLUMNS + " from organisation where id = :id")
        .param("id", id.value())
        .query(OrganisationStore::row)
        .optional();
  }

  List<Organisation> all() {
    return db.sql("select " + COLUMNS + " from organisation order by name, id")
        .query(OrganisationStore::row)
        .list();
  }

  /** Upper and lower case are the same in every script, whatever the database was set up with. */
  List<Organisation> page(String part, int skip, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                     from organisation
                 where :part = '' or position(lower(:part collate "und-x-icu") in lower(name collate "und-x-icu")) > 0
                 order by name, id limit :limit offset :skip
                """)
        .param("part", part)
        .param("limit", limit)
        .param("skip", skip)
        .query(OrganisationStore::row)
        .list();
  }

  /** In the order of bytes, which no setting of the database changes. */
  List<Organisation> bySlug(String part, String after, int limit) {
    return db.sql(
            "select "
                + COLUMNS
                + """
                     from organisation
                 where slug collate "C" > :after
                   and (:part = '' or position(lower(:part collate "und-x-icu") in lower(name collate "und-x-icu")) > 0)
                 order by slug collate "C" limit :limit
                """)
        .param("part", part)
        .param("after", after)
        .param("limit", limit)
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
            "select "
                + COLUMNS
                + """
                     from organisation
                 where id = any (cast(:ids as uuid[])) order by name, id
                """)
        .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .query(OrganisationStore::row)
        .list();
  }

  Optional<Organisation> first() {
    return db.sql("select " + COLUMNS + " from organisation order by founded_at, id limit 1")
        .query(OrganisationStore::row)
        .optional();
  }
}
