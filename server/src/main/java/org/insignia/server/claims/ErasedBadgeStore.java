package org.insignia.server.claims;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.insignia.server.issuing.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of claims about badges whose issuer erased whom they are about. */
@Repository
final class ErasedBadgeStore {
  private static final List<String> ABOUT =
      List.of(
          "claim_link",
          "claim_intent",
          "reminder_due",
          "reminder",
          "name_correction",
          "entry_wish");
  private final JdbcClient db;

  ErasedBadgeStore(JdbcClient db) {
    this.db = db;
  }

  /** The claim itself stays, nobody's and nameless, so that it is not opened anew. */
  void erase(Collection<CredentialId> credentials) {
    var ids = credentials.stream().map(CredentialId::value).toArray(UUID[]::new);
    for (String table : ABOUT) {
      db.sql("delete from " + table + " where credential_id = any (:ids)")
          .param("ids", ids)
          .update();
    }
    db.sql(
            """
            update claim
               set recipient = 'erased@insignia.invalid', recipient_key = 'erased@insignia.invalid',
                   state = 'REJECTED', owner_id = null, visibility = 'PRIVATE',
                   decided_at = coalesce(decided_at, now())
             where credential_id = any (:ids)
            """)
        .param("ids", ids)
        .update();
  }
}
