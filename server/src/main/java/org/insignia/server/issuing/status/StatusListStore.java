package org.insignia.server.issuing.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatusListStore {
  private final JdbcClient db;

  StatusListStore(JdbcClient db) {
    this.db = db;
  }

  /** A list, and how many of its indexes are given out. */
  record StatusList(
      UUID id, OrganisationId organisation, int number, Bytes shuffle, int used, long version) {}

  /** A signed list as it is published. */
  record Published(long version, Instant signedAt, Bytes document) {}

  private static StatusList list(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    return new StatusList(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getInt("number"),
        Bytes.wrap(row.getBytes("shuffle")),
        row.getInt("used"),
        row.getLong("version"));
  }

  /** The newest list, locked until the transaction ends. */
  Optional<StatusList> newestLocked(OrganisationId organisation) {
    return db.sql(
            """
            select id, organisation_id, number, shuffle, used, version
              from status_list
             where organisation_id = :organisation
             order by number desc
             limit 1
               for update
            """)
        .param("organisation", organisation.value())
        .query(StatusListStore::list)
        .optional();
  }

  Optional<StatusList> find(UUID id) {
    return db.sql(
            """
            select id, organisation_id, number, shuffle, used, version
              from status_list
             where id = :id
            """)
        .param("id", id)
        .query(StatusListStore::list)
        .optional();
  }

  /** Does nothing where another node made this number at the same moment. */
  void insert(UUID id, OrganisationId organisation, int number, Bytes shuffle) {
    db.sql(
            """
            insert into status_list (id, organisation_id, number, shuffle)
            values (:id, :organisation, :number, :shuffle)
            on conflict (organisation_id, number) do nothing
            """)
        .param("id", id)
        .param("organisation", organisation.value())
        .param("number", number)
        .param("shuffle", shuffle.toArray())
        .update();
  }

  void use(UUID id, int used) {
    db.sql("update status_list set used = :used where id = :id")
        .param("used", used)
        .param("id", id)
        .update();
  }

  /** Says that bits of these lists changed; in order, so that two nodes do not wait crosswise. */
  void raiseVersions(List<UUID> ids) {
    ids.stream()
        .distinct()
        .sorted()
        .forEach(id ->
            db.sql("update status_list set version = version + 1 where id = :id")
                .param("id", id)
                .update());
  }

  void raiseVersionsOf(OrganisationId organisation) {
    db.sql(
            """
            update status_list set version = version + 1
             where id in (select id from status_list where organisation_id = :id order by id for update)
            """)
        .param("id", organisation.value())
        .update();
  }

  int[] setBits(UUID list, String purpose) {
    String states =
        switch (purpose) {
          case "revocation" -> "state in ('REVOKED', 'REPLACED')";
          // What is withdrawn for good is out of force as well: most credentials name this list
          // alone.
          case "suspension" -> "state <> 'ISSUED'";
          default -> throw new IllegalArgumentException("no list of " + purpose);
        };
    return db
        .sql("select status_index from status_use where status_list_id = :list and " + states)
        .param("list", list)
        .query(Integer.class)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  Optional<Published> published(UUID list, String purpose) {
    return db.sql(
            """
            select version, signed_at, document
              from published_status_list
             where status_list_id = :list and purpose = :purpose
            """)
        .param("list", list)
        .param("purpose", purpose)
        .query((row, n) ->
            new Published(
                row.getLong("version"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                Bytes.wrap(row.getBytes("document"))))
        .optional();
  }

  /** Keeps the newer one where another node published meanwhile. */
  void publish(UUID list, String purpose, Published published) {
    db.sql(
            """
            insert into published_status_list (status_list_id, purpose, version, signed_at, document)
            values (:list, :purpose, :version, :signedAt, :document)
            on conflict (status_list_id, purpose) do update
               set version = excluded.version, signed_at = excluded.signed_at,
                   document = excluded.document
             where (published_status_list.version, published_status_list.signed_at)
                   < (excluded.version, excluded.signed_at)
            """)
        .param("list", list)
        .param("purpose", purpose)
        .param("version", published.version())
        .param("signedAt", published.signedAt().atOffset(ZoneOffset.UTC))
        .param("document", published.document().toArray())
        .update();
  }
}
