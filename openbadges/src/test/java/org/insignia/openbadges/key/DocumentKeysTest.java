package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeysTest {
  private static final String DID = "did:web:issuer.example:acme";
  private static final PublicKey KEY = KeyPair.ed25519(Bytes.wrap(new byte[32])).publicKey();
  private static final PublicKey OTHER = KeyPair.p256(scalar()).publicKey();

  private final Map<URI, JsonObject> web = new HashMap<>();
  private final DocumentKeys keys = new DocumentKeys(this::load);
  private int loads;

  @Test
  void a_did_web_document_vouches_for_its_keys() {
    web.put(URI.create("https://issuer.example/acme/did.json"), didDocument());
    assertThat(keys.resolve(DID + "#k1"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.key().key()).isEqualTo(KEY);
              assertThat(found.key().controller()).isEqualTo(DID);
              assertThat(found.key().evidence()).isEqualTo(Evidence.DOCUMENT);
              assertThat(found.key().purposes()).contains("assertionMethod");
            });
    assertThat(keys.resolve(DID)).isInstanceOf(Resolution.Found.class);
    assertThat(keys.resolve(DID + "#k2")).isInstanceOf(Resolution.NotFound.class);
    assertThat(keys.publishedBy(DID, KEY)).isInstanceOf(Resolution.Found.class);
    assertThat(keys.publishedBy(DID, OTHER)).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void a_document_of_another_id_is_not_believed() {
    web.put(
        URI.create("https://issuer.example/acme/did.json"),
        didDocument().with("id", JsonValue.of("did:web:other.example")));
    assertThat(keys.resolve(DID + "#k1")).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void a_key_that_is_not_listed_for_assertions_has_not_that_purpose() {
    web.put(
        URI.create("https://issuer.example/acme/did.json"),
        didDocument().without("assertionMethod"));
    assertThat(keys.resolve(DID + "#k1"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> assertThat(found.key().purposes()).containsExactly("authentication"));
    assertThat(keys.publishedBy(DID, KEY)).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void a_method_written_inside_the_relationship_counts() {
    JsonObject method = (JsonObject) didDocument().list("verificationMethod").getFirst();
    web.put(
        URI.create("https://issuer.example/acme/did.json"),
        new JsonObject(new LinkedHashMap<>(Map.of("id", JsonValue.of(DID))))
            .with("assertionMethod", method));
    assertThat(keys.resolve(DID + "#k1")).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void what_cannot_be_fetched_stays_open() {
    assertThat(keys.resolve("did:web:down.example#k1")).isInstanceOf(Resolution.Unavailable.class);
    assertThat(keys.resolve("did:web:issuer.example:gone#k1"))
        .isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void a_key_document_speaks_for_controllers_of_its_site_only() {
    web.put(
        URI.create("https://issuer.example/keys/1#k"), keyDocument("https://issuer.example/acme"));
    assertThat(evidence("https://issuer.example/keys/1#k")).isEqualTo(Evidence.DOCUMENT);
    web.put(
        URI.create("https://issuer.example/keys/1#k"), keyDocument("https://harvard.example/x"));
    assertThat(evidence("https://issuer.example/keys/1#k")).isEqualTo(Evidence.CLAIM);
    web.put(
        URI.create("https://issuer.example/keys/1#k"),
        keyDocument("https://issuer.example.evil.example/x"));
    assertThat(evidence("https://issuer.example/keys/1#k")).isEqualTo(Evidence.CLAIM);
  }

  @Test
  void a_bare_jwk_speaks_for_its_site() {
    web.put(URI.create("https://issuer.example/jwk"), OTHER.jwk());
    assertThat(keys.resolve("https://issuer.example/jwk"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.key().evidence()).isEqualTo(Evidence.SITE);
              assertThat(found.key().controller()).isEqualTo("https://issuer.example");
            });
  }

  @Test
  void a_key_in_the_fragment_is_a_claim_until_the_document_lists_it() {
    String base = "https://issuer.example/profile";
    String method = base + "#" + KEY.multibase();
    assertThat(evidence(method)).isEqualTo(Evidence.CLAIM);
    var listed = new LinkedHashMap<String, PublicKey>();
    listed.put(KEY.multibase(), KEY);
    web.put(URI.create(base), DidDocuments.document(base, listed));
    assertThat(evidence(method)).isEqualTo(Evidence.DOCUMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/k#1",
        "http://issuer.example/k#1",
        "file:///etc/passwd#1",
        "did:web:127.0.0.1#1",
        "did:web:localhost%3A8080#1",
        "did:example:1234#1",
        "https://user@issuer.example/k#1",
        "data:application/json,{}#1",
        "#1",
        "",
        "not a url"
      })
  void nothing_is_loaded_for_what_may_not_be_asked(String method) {
    assertThat(keys.resolve(method)).isNotInstanceOf(Resolution.Found.class);
    assertThat(loads).isZero();
  }

  @Test
  void loopback_is_read_over_http_where_that_was_chosen() {
    String did = "did:web:localhost%3A8080:acme";
    var listed = new LinkedHashMap<String, PublicKey>();
    listed.put("k1", KEY);
    web.put(URI.create("http://localhost:8080/acme/did.json"), DidDocuments.document(did, listed));
    assertThat(DocumentKeys.onLoopback(this::load).resolve(did + "#k1"))
        .isInstanceOf(Resolution.Found.class);
  }

  private Evidence evidence(String method) {
    return ((Resolution.Found) keys.resolve(method)).key().evidence();
  }

  private static JsonObject didDocument() {
    var listed = new LinkedHashMap<String, PublicKey>();
    listed.put("k1", KEY);
    return DidDocuments.document(DID, listed);
  }

  private static JsonObject keyDocument(String controller) {
    return (JsonObject)
        JsonValue.from(
            Map.of(
                "id",
                "https://issuer.example/keys/1#k",
                "type",
                "Multikey",
                "controller",
                controller,
                "publicKeyMultibase",
                OTHER.multibase()));
  }

  private static Bytes scalar() {
    byte[] scalar = new byte[32];
    scalar[31] = 7;
    return Bytes.wrap(scalar);
  }

  private Loaded load(URI url) {
    loads++;
    if ("down.example".equals(url.getHost())) return new Loaded.Unavailable("no answer");
    for (URI known : web.keySet()) {
      if (known.toString().replaceFirst("#.*", "").equals(url.toString())) {
        return new Loaded.Document(Bytes.utf8(Json.write(web.get(known))), "application/json", url);
      }
    }
    return new Loaded.Gone(404);
  }
}
