package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("test vectors of Data Integrity EdDSA and ECDSA, made anew")
class SignatureVectorsTest {
  private static final String EDDSA = "standards/w3c-vc-di-eddsa/";
  private static final String ECDSA = "standards/w3c-vc-di-ecdsa/";

  @ParameterizedTest
  @CsvSource({
    "w3c-vc-di-eddsa/eddsa-rdfc-2022, DataInt",
    "w3c-vc-di-eddsa/eddsa-jcs-2022, JCS",
    "w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256, ECDSAP256",
    "w3c-vc-di-ecdsa/ecdsa-jcs-2019-p256, JCSECDSAP256"
  })
  void every_step_gives_what_the_specification_prints(String folder, String name) {
    String start = "standards/" + folder + "/";
    JsonObject config = json(start + "proofConfig" + name + ".json");
    JsonObject signed = json(start + "signed" + name + ".json");
    Cryptosuite suite =
        Cryptosuite.ofId(Objects.requireNonNull(config.string("cryptosuite"))).orElseThrow();
    Bytes document = canonical(suite, signed.without("proof"));
    assertThat(document.utf8().strip()).isEqualTo(text(start + "canonDoc" + name));
    assertThat(canonical(suite, config).utf8().strip())
        .isEqualTo(text(start + "proofCanon" + name));
    KeyPair pair = folder.contains("eddsa") ? ed25519(EDDSA + "keyPair.json") : p256();
    ProofConfig proofConfig =
        ProofConfig.of(
            Objects.requireNonNull(signed.get("@context")), pair.publicKey(), options(config));
    assertThat(hex(proofConfig.hash())).isEqualTo(text(start + "proofHash" + name));
    Bytes message = proofConfig.message(document);
    assertThat(hex(message)).isEqualTo(text(start + "combinedHash" + name));
    assertThat(hex(pair.sign(message))).isEqualTo(text(start + "sigHex" + name));
    assertThat(DataIntegrity.sign(signed.without("proof"), pair, options(config)).members())
        .isEqualTo(signed.members());
  }

  private static Bytes canonical(Cryptosuite suite, JsonObject document) {
    return suite.form() == Cryptosuite.Form.JCS
        ? Jcs.canonicalize(document)
        : Canonical.form(document, Contexts.conformance());
  }

  @Test
  void sets_and_chains_are_signed_as_the_specification_signs_them() {
    String folder = EDDSA + "proof-set-chain/";
    JsonObject keys = json(folder + "multiKeyPairs.json");
    JsonObject unsigned = json(folder + "unsigned.json");
    JsonObject set1 =
        DataIntegrity.sign(
            unsigned, pair(keys, "keyPair1"), options(json(folder + "proofSetConfig1.json")));
    JsonObject set2 =
        DataIntegrity.sign(
            set1, pair(keys, "keyPair2"), options(json(folder + "proofSetConfig2.json")));
    assertThat(set2.members()).isEqualTo(json(folder + "signedProofSet2.json").members());
    JsonObject chain =
        DataIntegrity.sign(
            set2, pair(keys, "keyPair3"), options(json(folder + "proofChainConfig1.json")));
    assertThat(chain.members()).isEqualTo(json(folder + "signedProofChain1.json").members());
  }

  private static ProofOptions options(JsonObject config) {
    var options =
        ProofOptions.assertion(
                Cryptosuite.ofId(Objects.requireNonNull(config.string("cryptosuite")))
                    .orElseThrow(),
                Objects.requireNonNull(config.string("verificationMethod")),
                Instant.parse(Objects.requireNonNull(config.string("created"))))
            .withContexts(Contexts.conformance());
    String id = config.string("id");
    List<String> previous =
        config.list("previousProof").stream().map(v -> ((JsonString) v).value()).toList();
    if (id != null) options = options.withId(id);
    return previous.isEmpty() ? options : options.withPreviousProof(previous);
  }

  private static KeyPair pair(JsonObject keys, String name) {
    return ed25519(Objects.requireNonNull(keys.object(name)));
  }

  private static KeyPair ed25519(String file) {
    return ed25519(json(file));
  }

  private static KeyPair ed25519(JsonObject pair) {
    KeyPair read = KeyPair.ed25519(secret(pair, "privateKeyMultibase"));
    assertThat(read.publicKey().multibase()).isEqualTo(pair.string("publicKeyMultibase"));
    return read;
  }

  private static KeyPair p256() {
    JsonObject pair = json(ECDSA + "p256KeyPair.json");
    KeyPair read = KeyPair.p256(secret(pair, "secretKeyMultibase"));
    assertThat(read.publicKey()).isInstanceOf(PublicKey.P256.class);
    assertThat(read.publicKey().multibase()).isEqualTo(pair.string("publicKeyMultibase"));
    return read;
  }

  @Test
  void the_p384_pair_belongs_together() {
    JsonObject pair = json(ECDSA + "p384KeyPair.json");
    assertThat(KeyPair.p384(secret(pair, "secretKeyMultibase")).publicKey().multibase())
        .isEqualTo(pair.string("publicKeyMultibase"));
  }

  /** Two bytes that say which kind, then the secret. */
  private static Bytes secret(JsonObject pair, String member) {
    byte[] prefixed = Multibase.decode(Objects.requireNonNull(pair.string(member))).view();
    return Bytes.wrap(Arrays.copyOfRange(prefixed, 2, prefixed.length));
  }

  private static String hex(Bytes bytes) {
    return java.util.HexFormat.of().formatHex(bytes.view());
  }

  private static String text(String file) {
    return SharedFiles.bytes(file + ".txt").utf8().strip();
  }

  private static JsonObject json(String file) {
    JsonValue value = Json.parse(SharedFiles.bytes(file));
    return (JsonObject) value;
  }
}
