package org.insignia.server.issuing.fsck;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status lists as they are stored and as they are published. */
@Repository
class StatusRowStore {
  private final JdbcClient db;

  StatusRowStore(JdbcClient db) {
    this.db = db;
  }

  record Miscounted(UUID id, int used, long credentials) {}

  List<Miscounted> miscounted(UUID after, UUID upTo) {
    return db.sql(
            """
            select l.id, l.used, c.count
              from status_list l
             cross join lateral (select count(*) from status_use where status_list_id = l.id) c
             where l.id > :after and l.id <= :upTo and l.used <> c.count
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query((row, n) ->
            new Miscounted(
                row.getObject("id", UUID.class), row.getInt("used"), row.getLong("count")))
        .list();
  }

  /**
   * A signed list beside the list that it is of.
   *
   * @param version of which it was signed; {@code newest} is the list's own
   */
  record Published(
      UUID list, UUID organisation, String purpose, long version, long newest, Bytes document) {}

  List<Published> published(UUID after, UUID upTo) {
    return db.sql(
            """
            select l.id, l.organisation_id, p.purpose, p.version, l.version as newest, p.document
              from status_list l
              join published_status_list p on p.status_list_id = l.id
             where l.id > :after and l.id <= :upTo
             order by l.id, p.purpose
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query((row, n) ->
            new Published(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("purpose"),
                row.getLong("version"),
                row.getLong("newest"),
                Bytes.wrap(row.getBytes("document"))))
        .list();
  }

  /** The indexes of credentials that are out of force for good. */
  List<Integer> outForGood(UUID list) {
    return db.sql(
            """
            select status_index from status_use
             where status_list_id = :list and state in ('REVOKED', 'REPLACED')
            """)
        .param("list", list)
        .query(Integer.class)
        .list();
  }

  /** The indexes of credentials that are out of force, for now or for good. */
  List<Integer> outOfForce(UUID list) {
    return db.sql(
            "select status_index from status_use where status_list_id = :list and state <> 'ISSUED'")
        .param("list", list)
        .query(Integer.class)
        .list();
  }

  /** Whose index this is, and in what state. */
  Optional<String> at(UUID list, int index) {
    return db.sql(
            """
            select kind || ' ' || id || ' is ' || state
              from status_use where status_list_id = :list and status_index = :index
            """)
        .param("list", list)
        .param("index", index)
        .query(String.class)
        .optional();
  }
}
