package org.insignia.server.issuing.fsck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single facts of many credentials at once. */
@Repository
class CredentialFactStore {
  private final JdbcClient db;

  CredentialFactStore(JdbcClient db) {
    this.db = db;
  }

  Map<UUID, String> states(Collection<UUID> ids) {
    var states = new HashMap<UUID, String>();
    db.sql("select id, state from credential where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          states.put(row.getObject("id", UUID.class), row.getString("state"));
        });
    return states;
  }

  /** Since when those of these that are out of force for good are so. */
  Map<UUID, Instant> outForGood(Collection<UUID> ids) {
    var since = new HashMap<UUID, Instant>();
    db.sql(
            """
            select id, state_at from credential
             where id = any(:ids) and state in ('REVOKED', 'REPLACED')
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          since.put(
              row.getObject("id", UUID.class),
              row.getObject("state_at", OffsetDateTime.class).toInstant());
        });
    return since;
  }

  /** Those that stand in for another. */
  Set<UUID> successors(Collection<UUID> ids) {
    return new HashSet<>(
        db.sql("select id from credential where id = any(:ids) and replaces is not null")
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Those in force that are signed and no longer wait to be announced. */
  List<UUID> announced(UUID after, UUID upTo) {
    return db.sql(
            """
            select c.id from credential c
             where c.id > :after and c.id <= :upTo and c.state = 'ISSUED'
               and exists (select 1 from credential_document d where d.credential_id = c.id)
               and not exists (select 1 from credential_unannounced u where u.credential_id = c.id)
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query(UUID.class)
        .list();
  }

  /** State by id, of those that are not simply in force. */
  Map<UUID, String> changed(UUID after, UUID upTo) {
    var states = new HashMap<UUID, String>();
    db.sql(
            """
            select id, state from credential
             where id > :after and id <= :upTo and state <> 'ISSUED'
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query(row -> {
          states.put(row.getObject("id", UUID.class), row.getString("state"));
        });
    return states;
  }

  /** Those of these awards for which a credential was ever made. */
  Set<UUID> awardsWithCredential(Collection<UUID> awards) {
    return new HashSet<>(
        db.sql("select award_id from credential where award_id = any(:awards)")
            .param("awards", awards.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
