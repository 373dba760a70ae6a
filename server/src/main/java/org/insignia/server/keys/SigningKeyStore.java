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
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SigningKeyStore {
  private final JdbcClient db;

  SigningKeyStore(JdbcClient db) {
    this.db = db;
  }

  /** A key with its private part under seal. */
  record Row(OrganisationId organisation, PublishedKey published, Bytes sealedSecret) {}

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new OrganisationId(row.getObject("organisation_id", UUID.class)),
        new PublishedKey(
            new KeyId(row.getObject("id", UUID.class)),
            Multikey.decode(row.getString("public_key")),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            instant(row.getObject("retired_at", OffsetDateTime.class)),
            instant(row.getObject("compromised_at", OffsetDateTime.class))),
        Bytes.wrap(row.getBytes("sealed_secret")));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  Optional<Row> inUse(OrganisationId organisation) {
    return db.sql(
            """
            select id, organisation_id, public_key, sealed_secret, created_at, retired_at, compromised_at
              from signing_key
             where organisation_id = :organisation and retired_at is null
            """)
        .param("organisation", organisation.value())
        .query(SigningKeyStore::row)
        .optional();
  }

  /** All that ever were, oldest first. */
  List<Row> all(OrganisationId organisation) {
    return db.sql(
            """
            select id, organisation_id, public_key, sealed_secret, created_at, retired_at, compromised_at
              from signing_key
             where organisation_id = :organisation
             order by created_at, id
            """)
        .param("organisation", organisation.value())
        .query(SigningKeyStore::row)
        .list();
  }

  /** False where the organisation has a key in use. */
  boolean insert(KeyId id, OrganisationId organisation, String publicKey, Sealed secret) {
    return db.sql(
                """
                insert into signing_key (id, organisation_id, public_key, sealed_secret, sealed_under)
                values (:id, :organisation, :publicKey, :secret, :under)
                on conflict (organisation_id) where retired_at is null do nothing
                """)
            .param("id", id.value())
            .param("organisation", organisation.value())
            .param("publicKey", publicKey)
            .param("secret", secret.secret().toArray())
            .param("under", secret.under())
            .update()
        == 1;
  }

  /** A private key under seal, and the fingerprint of the key it is sealed under. */
  record Sealed(Bytes secret, String under) {}

  void retire(KeyId id) {
    db.sql("update signing_key set retired_at = now() where id = :id and retired_at is null")
        .param("id", id.value())
        .update();
  }

  /** False where the organisation has no such key that signs no more, or it was said already. */
  boolean compromise(OrganisationId organisation, KeyId id, Instant since) {
    return db.sql(
                """
                update signing_key set compromised_at = :since
                 where id = :id and organisation_id = :organisation and retired_at is not null and compromised_at is null
                """)
            .param("id", id.value())
            .param("organisation", organisation.value())
            .param("since", Timestamp.from(since))
            .update()
        == 1;
  }

  /** Under what the keys of this feature are sealed. */
  List<String> fingerprints() {
    return db.sql(
            """
            select sealed_under from signing_key
            union
            select sealed_under from document_key
            """)
        .query(String.class)
        .list();
  }
}
