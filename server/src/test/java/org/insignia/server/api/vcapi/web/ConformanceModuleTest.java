package org.insignia.server.api.vcapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.server.platform.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every instance and every route, as a suite calls them. */
@ConformanceTest
class ConformanceModuleTest {
  private static final String VERSION_2 = "https://www.w3.org/ns/credentials/v2";
  private static final String EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";
  private static final Map<String, Object> NOTHING = Map.of();

  @Autowired Settings settings;
  private Caller caller;

  @BeforeEach
  void open() {
    caller = new Caller(settings.baseUrl());
  }

  static Stream<String> instances() {
    return Stream.of(
        "eddsa-rdfc-2022",
        "eddsa-jcs-2022",
        "ecdsa-rdfc-2019-p256",
        "ecdsa-rdfc-2019-p384",
        "ecdsa-jcs-2019-p256",
        "ecdsa-jcs-2019-p384",
        "vc-jose-cose",
        "bitstring-status-list");
  }

  @Test
  void the_list_names_every_instance_with_a_key_of_its_own() {
    var all = Caller.json(caller.get("/vc-api")).list("instances");
    var names = new ArrayList<String>();
    var ids = new HashSet<String>();
    for (var each : all) {
      names.add(String.valueOf(((JsonObject) each).string("name")));
      ids.add(String.valueOf(((JsonObject) each).string("id")));
    }
    assertThat(names).containsAll(instances().toList()).contains("ecdsa-sd-2023").hasSize(9);
    assertThat(ids).hasSize(9).allMatch(id -> id.startsWith("did:key:z"));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void what_an_instance_issues_verifies_and_nothing_else(String instance) {
    var issued = caller.issue(instance, unsigned(instance), NOTHING);
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
    var credential = Caller.credential(issued);

    for (var verifier : List.of(instance, "ecdsa-sd-2023")) { // all verify the same
      var good = caller.verify(verifier, credential, Map.of("checks", List.of("proof", "issuer")));
      assertThat(good.statusCode()).as(good.body()).isEqualTo(200);
      assertThat(Caller.json(good).get("verified")).isEqualTo(JsonValue.of(true));
    }
    var altered = caller.verify(instance, altered(credential), NOTHING);
    assertThat(altered.statusCode()).isEqualTo(422);
    assertThat(altered.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Caller.json(altered).get("verified")).isEqualTo(JsonValue.of(false));
    assertThat(Caller.json(altered).string("type")).contains("_ERROR");
  }

  private static JsonObject altered(JsonObject credential) {
    var id = credential.string("id");
    return id != null && id.startsWith("data:")
        ? credential.with("id", JsonValue.of(id.substring(0, id.length() - 2) + "AA"))
        : credential.with("name", JsonValue.of("Another name"));
  }

  @Test
  void a_holder_shows_parts_of_a_base_proof_that_verifiers_refuse() {
    var base =
        Caller.credential(
            caller.issue(
                "ecdsa-sd-2023",
                unsigned("ecdsa-sd-2023"),
                Map.of("mandatoryPointers", List.of("/name"))));
    assertThat(caller.verify("ecdsa-sd-2023", base, NOTHING).statusCode()).isEqualTo(422);

    var derived = derive(base, "/credentialSubject/degree");
    assertThat(derived.string("name")).isEqualTo("A name");
    assertThat(Objects.requireNonNull(derived.object("credentialSubject")).get("alumniOf"))
        .isNull();
    assertThat(caller.verify("ecdsa-sd-2023", derived, NOTHING).statusCode()).isEqualTo(200);
    assertThat(
            caller
                .issue(
                    "ecdsa-sd-2023",
                    unsigned("ecdsa-sd-2023"),
                    Map.of("mandatoryPointers", List.of("/nowhere")))
                .statusCode())
        .isEqualTo(422);
  }

  private JsonObject derive(JsonObject base, String pointer) {
    var answer =
        caller.post(
            "/vc-api/ecdsa-sd-2023/credentials/derive",
            Map.of(
                "verifiableCredential",
                base,
                "options",
                Map.of("selectivePointers", List.of(pointer))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.credential(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:web:localhost%3A8080:org:insignia",
        "https://issuer.example/",
        "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
      })
  void an_instance_signs_for_nobody_but_itself(String issuer) {
    var others = unsigned("eddsa-rdfc-2022").with("issuer", JsonValue.of(issuer));
    var refused = caller.issue("eddsa-rdfc-2022", others, NOTHING);
    assertThat(refused.statusCode()).isEqualTo(422);
    var asObject = others.with("issuer", JsonValue.from(Map.of("id", issuer)));
    assertThat(caller.issue("eddsa-rdfc-2022", asObject, NOTHING).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @MethodSource("instances")
  void what_would_be_lost_is_not_signed(String instance) {
    var sound = unsigned(instance).with("@context", JsonValue.from(List.of(VERSION_2)));
    for (var unsound :
        List.of(
            sound.with("honours", JsonValue.of("cum laude")),
            sound.with("id", JsonValue.of("relative")),
            sound.with("type", JsonValue.from(List.of("VerifiableCredential", "Unheard"))),
            sound.with("@context", JsonValue.from(List.of(VERSION_2, "https://a.example/"))),
            sound.with("proof", JsonValue.from(Map.of("type", "DataIntegrityProof"))),
            sound.without("issuer"),
            sound.without("@context"))) {
      var answer = caller.issue(instance, unsound, NOTHING);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(Caller.json(answer).string("detail")).isNotBlank();
    }
  }

  @Test
  void the_first_data_model_gets_the_words_for_its_proof() {
    var credential =
        (JsonObject)
            JsonValue.from(
                Map.of(
                    "@context",
                    List.of("https://www.w3.org/2018/credentials/v1"),
                    "type",
                    List.of("VerifiableCredential"),
                    "issuer",
                    did("eddsa-rdfc-2022"),
                    "issuanceDate",
                    "2026-01-01T00:00:00Z",
                    "credentialSubject",
                    Map.of("id", "did:example:a")));
    var issued = Caller.credential(caller.issue("eddsa-rdfc-2022", credential, NOTHING));
    assertThat(issued.list("@context"))
        .contains(JsonValue.of("https://w3id.org/security/data-integrity/v2"));
    assertThat(caller.verify("eddsa-rdfc-2022", issued, NOTHING).statusCode()).isEqualTo(200);
  }

  @Test
  void a_status_can_be_looked_up_by_anybody() {
    var instance = "bitstring-status-list";
    var first = Caller.credential(caller.issue(instance, unsigned(instance), NOTHING));
    var second = Caller.credential(caller.issue(instance, unsigned(instance), NOTHING));
    var entry = Objects.requireNonNull(first.object("credentialStatus"));
    assertThat(entry.get("statusListIndex"))
        .isNotEqualTo(
            Objects.requireNonNull(second.object("credentialStatus")).get("statusListIndex"));
    var url = String.valueOf(entry.string("statusListCredential"));
    assertThat(url).startsWith(settings.baseUrl().toString());
    var list = Caller.json(caller.get(url.substring(settings.baseUrl().toString().length())));
    assertThat(list.string("id")).isEqualTo(url);
    assertThat(list.string("issuer")).isEqualTo(did(instance));
    assertThat(caller.verify(instance, list, NOTHING).statusCode()).isEqualTo(200);
    var judged = caller.verify(instance, first, Map.of("checks", List.of("status")));
    assertThat(judged.statusCode()).isEqualTo(200);
    assertThat(judged.body()).contains("is not set");
    assertThat(caller.get("/vc-api/eddsa-rdfc-2022/status").statusCode()).isEqualTo(404);
  }

  @Test
  void a_status_list_elsewhere_is_not_fetched_and_not_taken_for_good() {
    var key = KeyPair.generateEd25519(new SecureRandom());
    var entry =
        Map.of(
            "type", "BitstringStatusListEntry",
            "statusPurpose", "revocation",
            "statusListIndex", "7",
            "statusListCredential", settings.baseUrl() + "/status/1");
    var foreign =
        signed(
            key,
            unsigned("eddsa-rdfc-2022")
                .with("issuer", JsonValue.of(DidKey.did(key.publicKey())))
                .with("credentialStatus", JsonValue.from(entry)));
    var checked = caller.verify("eddsa-rdfc-2022", foreign, NOTHING);
    assertThat(checked.statusCode()).isEqualTo(422);
    assertThat(checked.body()).contains("fetch nothing");
    var proofOnly = caller.verify("eddsa-rdfc-2022", foreign, Map.of("checks", List.of("proof")));
    assertThat(proofOnly.statusCode()).isEqualTo(200);
    assertThat(Caller.json(proofOnly).list("warnings")).isNotEmpty();
  }

  @Test
  void a_presentation_is_held_against_challenge_and_domain() {
    var key = KeyPair.generateEd25519(new SecureRandom());
    var inside =
        Caller.credential(caller.issue("eddsa-rdfc-2022", unsigned("eddsa-rdfc-2022"), NOTHING));
    var unsigned =
        (JsonObject)
            JsonValue.from(
                Map.of(
                    "@context", List.of(VERSION_2),
                    "type", List.of("VerifiablePresentation"),
                    "holder", DidKey.did(key.publicKey()),
                    "verifiableCredential", List.of(inside)));
    var options =
        ProofOptions.authentication(
            Cryptosuite.EDDSA_RDFC_2022,
            DidKey.verificationMethod(key.publicKey()),
            Instant.now(),
            "challenge",
            "domain");
    var presentation =
        DataIntegrity.sign(
            unsigned,
            key,
            options.withContexts(org.insignia.openbadges.rdf.Contexts.conformance()));
    assertThat(present(presentation, Map.of("challenge", "challenge", "domain", "domain")))
        .isEqualTo(200);
    assertThat(present(presentation, Map.of("challenge", "another"))).isEqualTo(422);
    assertThat(present(presentation, Map.of("challenge", "challenge", "domain", "x")))
        .isEqualTo(422);
    assertThat(present(unsigned, NOTHING)).isEqualTo(422);
    assertThat(present(inside, NOTHING)).isEqualTo(422);
    assertThat(caller.verify("eddsa-rdfc-2022", presentation, NOTHING).statusCode()).isEqualTo(422);
  }

  private int present(JsonObject presentation, Map<String, Object> options) {
    return caller
        .post(
            "/vc-api/eddsa-rdfc-2022/presentations/verify",
            Map.of("verifiablePresentation", presentation, "options", options))
        .statusCode();
  }

  @Test
  void dids_are_resolved_and_errors_have_their_codes() {
    var did = did("eddsa-rdfc-2022");
    var found = caller.resolve(did, "");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(Objects.requireNonNull(Caller.json(found).object("didDocument")).string("id"))
        .isEqualTo(did);
    var key = caller.resolve(did + "#" + did.substring("did:key:".length()), "");
    assertThat(key.statusCode()).isEqualTo(200);
    assertThat(Objects.requireNonNull(Caller.json(key).object("didDocument")).string("controller"))
        .isEqualTo(did);

    var errors =
        Map.of(
            "did:example:x",
            "methodNotSupported",
            "did:key:@",
            "invalidDid",
            "no-did",
            "invalidDid",
            did + "/^bar^/?query=`#x",
            "invalidDidUrl");
    errors.forEach((text, code) -> {
      var answer = caller.resolve(text, "");
      assertThat(answer.statusCode()).as(text).isEqualTo(400);
      assertThat(answer.body()).as(text).contains("\"error\":\"" + code + "\"");
    });
    assertThat(caller.resolve(did, "?publicKeyFormat=unknown").body())
        .contains("unsupportedPublicKeyType");
    assertThat(caller.resolve(did, "?enableExperimentalPublicKeyTypes=perhaps").statusCode())
        .isEqualTo(400);
  }

  @Test
  void unknown_instances_and_wrong_methods_are_refused() {
    var credential = unsigned("eddsa-rdfc-2022");
    assertThat(caller.issue("insignia", credential, NOTHING).statusCode()).isEqualTo(404);
    assertThat(caller.get("/vc-api/eddsa-rdfc-2022/credentials/issue").statusCode()).isEqualTo(405);
    assertThat(
            caller
                .post("/vc-api/eddsa-rdfc-2022/credentials/issue", new byte[0], Map.of())
                .statusCode())
        .isEqualTo(415);
  }

  private String did(String instance) {
    return String.valueOf(caller.instance(instance).string("id"));
  }

  private JsonObject unsigned(String instance) {
    return (JsonObject)
        JsonValue.from(
            Map.of(
                "@context",
                new JsonArray(List.of(JsonValue.of(VERSION_2), JsonValue.of(EXAMPLES))),
                "id",
                "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
                "type",
                List.of("VerifiableCredential"),
                "issuer",
                did(instance),
                "name",
                "A name",
                "validFrom",
                "2026-01-01T00:00:00Z",
                "credentialSubject",
                Map.of("id", "did:example:a", "alumniOf", "A school", "degree", "A degree")));
  }

  private static JsonObject signed(KeyPair key, JsonObject credential) {
    return DataIntegrity.sign(
        credential,
        key,
        ProofOptions.assertion(
                Cryptosuite.EDDSA_RDFC_2022,
                DidKey.verificationMethod(key.publicKey()),
                Instant.now())
            .withContexts(org.insignia.openbadges.rdf.Contexts.conformance()));
  }
}
