package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that other implementations signed. */
class PublishedProofsTest {
  private static final CheckOptions BUNDLED = CheckOptions.assertion(Authenticity.NOW);
  private static final CheckOptions CONFORMANCE = BUNDLED.withContexts(Contexts.conformance());

  /** Credentials whose documents name contexts that are not bundled, or that were broken since. */
  private static final Map<String, String> SKIPPED =
      Map.of(
          "legacyRegistry-noStatus-noExpiry-oldDCCExample.json",
          "names the context https://w3id.org/dcc/v1, which is not bundled");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standards/w3c-vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json",
        "standards/w3c-vc-di-eddsa/eddsa-jcs-2022/signedJCS.json",
        "standards/w3c-vc-di-eddsa/proof-set-chain/signedProofSet1.json",
        "standards/w3c-vc-di-eddsa/proof-set-chain/signedProofSet2.json",
        "standards/w3c-vc-di-eddsa/proof-set-chain/signedProofChain1.json",
        "standards/w3c-vc-di-eddsa/proof-set-chain/proofChainTempDoc1.json",
        "standards/w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
        "standards/w3c-vc-di-ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
        "standards/w3c-vc-di-ecdsa/ecdsa-sd-2023/employ/derivedRevealDocument.json",
        "hostile/ext-w3c-eddsa/signedDataInt.json",
        "hostile/ext-w3c-eddsa/signedJCS.json",
        "hostile/ext-w3c-eddsa/signedProofSet2.json"
      })
  void documents_of_the_w3c_vectors_verify(String file) {
    List<ProofResult> results = DataIntegrity.check(json(file), keys(), CONFORMANCE);
    assertThat(results).isNotEmpty().allMatch(ProofResult.Valid.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("own")
  void badges_signed_by_other_libraries_are_judged_as_they_were_measured(String file) {
    JsonObject expected = Json.parseObject(SharedFiles.bytes("standards/own/EXPECTED.json"));
    String proof = Objects.requireNonNull(expected.object(file)).string("proof");
    List<ProofResult> results = DataIntegrity.check(json("standards/own/" + file), keys(), BUNDLED);
    assertThat(results).hasSize(1);
    assertThat(results.getFirst() instanceof ProofResult.Valid)
        .as("%s", results)
        .isEqualTo("valid".equals(proof));
  }

  static Stream<String> own() {
    JsonObject expected = Json.parseObject(SharedFiles.bytes("standards/own/EXPECTED.json"));
    return expected.members().entrySet().stream()
        .filter(e -> e.getKey().endsWith(".json") && !e.getKey().startsWith("vp-signed"))
        .filter(e -> e.getValue() instanceof JsonObject o && o.string("proof") != null)
        .map(Map.Entry::getKey);
  }

  @Test
  void a_signed_presentation_verifies_for_its_challenge_and_domain_only() {
    JsonObject presentation = json("standards/own/vp-signed/one-credential.json");
    assertThat(presented(presentation, "c-123", "verifier.example"))
        .isInstanceOf(ProofResult.Valid.class);
    assertThat(presented(presentation, "c-124", "verifier.example"))
        .isInstanceOf(ProofResult.Invalid.class);
    assertThat(presented(presentation, "c-123", "other.example"))
        .isInstanceOf(ProofResult.Invalid.class);
    assertThat(DataIntegrity.check(presentation, keys(), BUNDLED).getFirst())
        .isInstanceOf(ProofResult.Invalid.class);
  }

  private static ProofResult presented(JsonObject presentation, String challenge, String domain) {
    return DataIntegrity.check(
            presentation, keys(), CheckOptions.authentication(Authenticity.NOW, challenge, domain))
        .getFirst();
  }

  @Test
  void a_signed_status_list_verifies() {
    assertThat(
            DataIntegrity.check(
                json("standards/own/status-list/list-1.signed.json"), keys(), BUNDLED))
        .singleElement()
        .isInstanceOf(ProofResult.Valid.class);
  }

  @ParameterizedTest
  @MethodSource("dcc")
  void credentials_of_the_digital_credentials_consortium_verify(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    assumeThat(SKIPPED).as(SKIPPED.getOrDefault(name, "")).doesNotContainKey(name);
    JsonObject expected = Objects.requireNonNull(expectedOfDcc().object(file));
    List<ProofResult> results =
        DataIntegrity.check(json("standards/dcc-fixtures/" + file), keys(), BUNDLED);
    List<Boolean> valid =
        expected.list("proofs").stream()
            .map(p -> JsonValue.of(true).equals(((JsonObject) p).get("valid")))
            .toList();
    assertThat(results.stream().map(ProofResult.Valid.class::isInstance))
        .as("%s", results)
        .isEqualTo(valid);
  }

  static Stream<String> dcc() {
    return expectedOfDcc().members().keySet().stream();
  }

  private static JsonObject expectedOfDcc() {
    JsonObject all = Json.parseObject(SharedFiles.bytes("standards/dcc-fixtures/EXPECTED.json"));
    return Objects.requireNonNull(all.object("files"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ob30/simple.json",
        "ob30/simple_v1.json",
        "ob30/simple-did-web-method.json",
        "ob30/complete.json",
        "ob30/sd/derivedcredential.json",
        "clr20/simple.json",
        "clr20/simple_v1.json"
      })
  void samples_of_1edtech_verify(String file) {
    List<ProofResult> results =
        DataIntegrity.check(json("standards/1edtech-validator-samples/" + file), keys(), BUNDLED);
    assertThat(results).isNotEmpty().allMatch(ProofResult.Valid.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void documents_changed_after_signing_do_not_verify(Path file) {
    boolean unchanged = file.getFileName().toString().startsWith("ok-");
    List<ProofResult> closed = DataIntegrity.check(json(file), keys(), BUNDLED);
    assertThat(closed).noneMatch(ProofResult.Valid.class::isInstance);
    if (unchanged) {
      assertThat(DataIntegrity.check(json(file), keys(), CONFORMANCE))
          .allMatch(ProofResult.Valid.class::isInstance);
    }
  }

  static Stream<Path> mutations() {
    return SharedFiles.files("hostile/vc-rdfc-mutations", ".json").stream();
  }

  private static JsonObject json(String file) {
    return json(SharedFiles.path(file));
  }

  private static JsonObject json(Path file) {
    return Json.parseObject(SharedFiles.bytes(file));
  }

  /** The few did:web documents among the reference data; nothing else can be fetched. */
  private static KeyResolver keys() {
    return new DocumentKeys(url -> {
      String folder = "https://digitalcredentials.github.io/vc-test-fixtures/dids/";
      if (!url.toString().startsWith(folder)) return new Loaded.Unavailable("no network");
      String path = url.toString().substring(folder.length());
      return new Loaded.Document(
          SharedFiles.bytes("standards/dcc-fixtures/dids/" + path),
          "application/json",
          URI.create(url.toString()));
    });
  }
}
