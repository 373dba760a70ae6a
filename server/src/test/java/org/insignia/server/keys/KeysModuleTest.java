package org.insignia.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidWeb;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class KeysModuleTest {
  @Autowired private Organisations organisations;
  @Autowired private SigningKeys keys;
  @Autowired private Issuers issuers;
  @Autowired private KeyEncryptionKey kek;
  @Autowired private Settings settings;
  @Autowired private JdbcClient db;

  private Organisation organisation;

  @BeforeEach
  void found() {
    String slug = "keys-" + UUID.randomUUID().toString().substring(0, 8);
    organisation = organisations.create("test", slug, "Contoso", null, "badges@contoso.example");
  }

  @Test
  void a_new_organisation_has_one_key_that_its_did_document_offers() {
    SigningKey key = keys.current(organisation.id());

    assertThat(key.issuer()).isEqualTo(issuers.did(organisation));
    assertThat(DidWeb.documentUrlOnLoopback(key.issuer()))
        .isEqualTo(settings.url("/org/" + organisation.slug() + "/did.json"));
    assertThat(published(key)).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void a_retired_key_stays_published_and_the_new_one_signs() {
    SigningKey old = keys.current(organisation.id());
    keys.rotate("test", organisation.id());
    SigningKey fresh = keys.current(organisation.id());

    assertThat(fresh.id()).isNotEqualTo(old.id());
    assertThat(fresh.issuer()).isEqualTo(old.issuer());
    assertThat(published(old)).isInstanceOf(Resolution.Found.class);
    assertThat(published(fresh)).isInstanceOf(Resolution.Found.class);
    List<PublishedKey> published = keys.published(organisation);
    assertThat(published.getFirst().retiredAt()).isNotNull();
    assertThat(published.getLast().retiredAt()).isNull();
  }

  @Test
  void the_database_keeps_one_key_in_use_and_lets_none_be_deleted_altered_or_reused() {
    SigningKey key = keys.current(organisation.id());
    UUID id = key.id().value();
    keys.rotate("test", organisation.id());

    for (String change :
        List.of(
            "delete from signing_key where id = ?",
            "update signing_key set retired_at = null where id = ?",
            "update signing_key set public_key = 'zChanged' where id = ?",
            "insert into signing_key (id, organisation_id, public_key, sealed_secret, sealed_under)"
                + " select gen_random_uuid(), organisation_id, 'zSecond', sealed_secret,"
                + " sealed_under from signing_key where id = ?")) {
      assertThatThrownBy(() -> db.sql(change).param(id).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void a_compromised_key_ends_on_its_day_and_what_it_signed_before_holds() {
    SigningKey lost = keys.current(organisation.id());
    var document = unsigned();
    Instant before = Instant.parse("2026-01-01T10:00:00Z");
    Instant since = Instant.parse("2026-01-01T11:00:00Z");
    var early = lost.sealAt(before).sign(document);
    var late = lost.sealAt(since).sign(document);
    keys.compromise("test", organisation.id(), lost.id(), since);

    assertThat(Json.write(issuers.document(organisation))).contains("\"revoked\":\"" + since);
    assertThat(holds(early)).isTrue();
    assertThat(holds(late)).isFalse();
    assertThat(keys.current(organisation.id()).id()).isNotEqualTo(lost.id());
    assertThatThrownBy(
            () -> keys.compromise("test", organisation.id(), lost.id(), since.plusSeconds(1)))
        .isInstanceOf(Problem.Conflict.class);
    assertThatThrownBy(() ->
            db.sql("update signing_key set compromised_at = null where id = ?")
                .param(lost.id().value())
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  /** T20: neither a dump of the database nor an object's text form shows a private key. */
  @Test
  void the_private_key_is_nowhere_in_the_clear() {
    keys.current(organisation.id());
    byte[] sealed =
        db.sql("select sealed_secret from signing_key where organisation_id = ?")
            .param(organisation.id().value())
            .query(byte[].class)
            .single();
    PublishedKey published = keys.published(organisation).getFirst();
    String owner = "key " + published.id().value() + " " + published.key().multibase();
    Bytes seed = kek.open(Bytes.wrap(sealed), owner);

    assertThat(KeyPair.ed25519(seed).publicKey()).isEqualTo(published.key());
    String hex = HexFormat.of().formatHex(seed.toArray());
    assertThat(HexFormat.of().formatHex(sealed)).doesNotContain(hex);
    assertThat(keys.current(organisation.id()).toString() + keys + kek).doesNotContain(hex);
  }

  @Test
  void the_key_encryption_key_lies_in_a_file_for_its_owner_alone() throws Exception {
    var file = settings.dataFolder().resolve("kek");

    assertThat(Files.size(file)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void seals_a_document_so_that_only_the_unchanged_one_verifies() {
    JsonObject document = unsigned();
    JsonObject signed =
        keys.current(organisation.id())
            .sealAt(Instant.parse("2026-01-01T10:00:00Z"))
            .sign(document);

    assertThat(Json.write(signed)).contains("\"eddsa-rdfc-2022\"", "\"2026-01-01T10:00:00Z\"");
    assertThat(holds(signed)).isTrue();
    assertThat(holds(signed.with("id", JsonValue.of("https://example.org/2")))).isFalse();
  }

  private JsonObject unsigned() {
    return (JsonObject)
        Json.parse(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "id": "https://example.org/1", "type": ["VerifiableCredential"],
             "issuer": "%s", "validFrom": "2026-01-01T00:00:00Z",
             "credentialSubject": {"id": "did:example:1"}}
            """
                .formatted(issuers.did(organisation)));
  }

  private Resolution published(SigningKey key) {
    return DocumentKeys.onLoopback(this::load).publishedBy(key.issuer(), key.publicKey());
  }

  private boolean holds(JsonObject document) {
    var options = CheckOptions.assertion(Instant.parse("2026-01-01T12:00:00Z"));
    return DataIntegrity.check(document, DocumentKeys.onLoopback(this::load), options).stream()
        .allMatch(ProofResult.Valid.class::isInstance);
  }

  private DocumentLoader.Loaded load(java.net.URI url) {
    assertThat(url).isEqualTo(settings.url("/org/" + organisation.slug() + "/did.json"));
    return new DocumentLoader.Loaded.Document(
        Bytes.utf8(Json.write(issuers.document(organisation))), "application/did+json", url);
  }
}
