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

  /** A list as it is to be signed. */
  record StatusList(UUID id, OrganisationId organisation, long version) {}

  /** A signed list as it is published. */
  record Published(long version, Instant signedAt, Bytes document) {}

  private static StatusList list(java.sql.ResultSet row, int n) throws java.sql.SQLException {
    return new StatusList(
        row.getObject("id", UUID.class),
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        row.getLong("version"));
  }

  /** Places in the order of a list's shuffle: {@code from}, and up to but not {@code until}. */
  record Taken(UUID list, Bytes shuffle, int from, int until) {}

  /**
   * Takes places of a list that nobody else is taking from at this moment, as many as are wanted
   * and it has; empty where there is none. Nobody else takes from it until the transaction ends.
   */
  Optional<Taken> take(OrganisationId organisation, int count) {
    return take(organisation, count, "order by number limit 1 for no key update skip locked");
  }

  /** As {@link #take}, after waiting for others. */
  Optional<Taken> takeInTurn(OrganisationId organisation, int count) {
    return take(organisation, count, "order by random() limit 1 for no key update");
  }

  private Optional<Taken> take(OrganisationId organisation, int count, String which) {
    return db.sql(
            """
            with o as materialized (
              select id, shuffle, used from status_list
               where organisation_id = :organisation and used < :length %s)
            update status_list l set used = o.used + least(:count, :length - o.used)
              from o where l.id = o.id
            returning l.id, o.shuffle, o.used as first, l.used as following
            """
                .formatted(which))
        .param("organisation", organisation.value())
        .param("count", count)
        .param("length", StatusPosition.LIST_LENGTH)
        .query((row, n) ->
            new Taken(
                row.getObject("id", UUID.class),
                Bytes.wrap(row.getBytes("shuffle")),
                row.getInt("first"),
                row.getInt("following")))
        .optional();
  }

  /** How many lists there are, and how many of them have room. */
  record Counted(int all, int open) {}

  Counted counted(OrganisationId organisation) {
    return db.sql(
            """
            select coalesce(max(number), 0) as n, count(*) filter (where used < :length) as open
              from status_list where organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .param("length", StatusPosition.LIST_LENGTH)
        .query((row, n) -> new Counted(row.getInt("n"), row.getInt("open")))
        .single();
  }

  Optional<StatusList> find(UUID id) {
    return db.sql(
            """
            select id, organisation_id, version from status_list where id = :id
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
