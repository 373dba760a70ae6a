package org.insignia.server.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.Multikey;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentKeyStore {
  private final JdbcClient db;

  DocumentKeyStore(JdbcClient db) {
    this.db = db;
  }

  /** A certificate with its private key under seal. */
  record Row(
      KeyId id,
      PublicKey key,
      Bytes certificate,
      Bytes sealedSecret,
      @Nullable Instant retiredAt,
      @Nullable Instant compromisedAt) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
    OffsetDateTime compromised = row.getObject("compromised_at", OffsetDateTime.class);
    return new Row(
        new KeyId(row.getObject("id", UUID.class)),
        Multikey.decode(row.getString("public_key")),
        Bytes.wrap(row.getBytes("certificate")),
        Bytes.wrap(row.getBytes("sealed_secret")),
        retired == null ? null : retired.toInstant(),
        compromised == null ? null : compromised.toInstant());
  }

  Optional<Row> inUse(OrganisationId organisation) {
    return db.sql(
            """
            select id, public_key, certificate, sealed_secret, retired_at, compromised_at
              from document_key
             where organisation_id = :organisation and retired_at is null
            """)
        .param("organisation", organisation.value())
        .query(DocumentKeyStore::row)
        .optional();
  }

  /** All that ever were, the newest first. */
  List<Row> all(OrganisationId organisation) {
    return db.sql(
            """
            select id, public_key, certificate, sealed_secret, retired_at, compromised_at
              from document_key
             where organisation_id = :organisation
             order by created_at desc, id desc
            """)
        .param("organisation", organisation.value())
        .query(DocumentKeyStore::row)
        .list();
  }

  /** False where the organisation has a key in use. */
  boolean insert(
      KeyId id,
      OrganisationId organisation,
      PublicKey key,
      Bytes certificate,
      SigningKeyStore.Sealed secret) {
    return db.sql(
                """
                insert into document_key
                  (id, organisation_id, public_key, certificate, sealed_secret, sealed_under)
                values (:id, :organisation, :publicKey, :certificate, :secret, :under)
                on conflict (organisation_id) where retired_at is null do nothing
                """)
            .param("id", id.value())
            .param("organisation", organisation.value())
            .param("publicKey", key.multibase())
            .param("certificate", certificate.toArray())
            .param("secret", secret.secret().toArray())
            .param("under", secret.under())
            .update()
        == 1;
  }

  /** As {@link SigningKeyStore#compromise}. */
  boolean compromise(OrganisationId organisation, KeyId id, Instant since) {
    return db.sql(
                """
                update document_key set compromised_at = :since
                 where id = :id and organisation_id = :organisation and retired_at is not null and compromised_at is null
                """)
            .param("id", id.value())
            .param("organisation", organisation.value())
            .param("since", Timestamp.from(since))
            .update()
        == 1;
  }

  void retire(KeyId id) {
    db.sql("update document_key set retired_at = now() where id = :id and retired_at is null")
        .param("id", id.value())
        .update();
  }
}
