package org.insignia.server.keys.fsck;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.key.Multikey;
import org.insignia.server.keys.KeyId;
import org.insignia.server.keys.PublishedKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys that an organisation publishes, for rules of features above. */
@Repository
public class PublishedKeyStore {
  private final JdbcClient db;

  PublishedKeyStore(JdbcClient db) {
    this.db = db;
  }

  /** All keys that ever signed for it. */
  public List<PublishedKey> of(UUID organisation) {
    return db.sql(
            """
            select id, public_key, created_at, retired_at, compromised_at
              from signing_key where organisation_id = :organisation
            """)
        .param("organisation", organisation)
        .query((row, n) -> {
          var retired = row.getObject("retired_at", OffsetDateTime.class);
          var compromised = row.getObject("compromised_at", OffsetDateTime.class);
          return new PublishedKey(
              new KeyId(row.getObject("id", UUID.class)),
              Multikey.decode(row.getString("public_key")),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              retired == null ? null : retired.toInstant(),
              compromised == null ? null : compromised.toInstant());
        })
        .list();
  }
}
