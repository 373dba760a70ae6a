package org.insignia.server.claims.fsck;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single facts of many claims at once. */
@Repository
class ClaimFactStore {
  private final JdbcClient db;

  ClaimFactStore(JdbcClient db) {
    this.db = db;
  }

  /** Those of these credentials that were offered. */
  Set<UUID> offered(Collection<UUID> credentials) {
    return new HashSet<>(
        db.sql("select credential_id from claim where credential_id = any(:ids)")
            .param("ids", credentials.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Of which credential each of these reminders reminded. */
  Map<UUID, UUID> reminded(Collection<UUID> reminders) {
    var found = new HashMap<UUID, UUID>();
    db.sql("select id, credential_id from reminder where id = any(:ids)")
        .param("ids", reminders.toArray(UUID[]::new))
        .query(row -> {
          found.put(row.getObject("id", UUID.class), row.getObject("credential_id", UUID.class));
        });
    return found;
  }

  /** A claim that somebody decided. */
  record Decided(UUID credential, String state, @Nullable UUID owner, String visibility) {}

  List<Decided> decided(UUID after, UUID upTo) {
    return db.sql(
            """
            select credential_id, state, owner_id, visibility from claim
             where credential_id > :after and credential_id <= :upTo
               and (state <> 'PENDING' or owner_id is not null or visibility <> 'PRIVATE')
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query((row, n) ->
            new Decided(
                row.getObject("credential_id", UUID.class),
                row.getString("state"),
                row.getObject("owner_id", UUID.class),
                row.getString("visibility")))
        .list();
  }
}
