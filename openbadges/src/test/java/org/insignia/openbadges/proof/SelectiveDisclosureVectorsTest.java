package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ecdsa-sd-2023, test vectors of the specification")
class SelectiveDisclosureVectorsTest {
  private static final String FOLDER = "standards/w3c-vc-di-ecdsa/ecdsa-sd-2023/";
  private static final Contexts CONTEXTS = Contexts.conformance();

  @Test
  void statements_get_the_blind_names_of_the_specification() {
    JsonObject document = json("standards/w3c-vc-di-ecdsa/employmentAuth.json");
    var selectable = new SelectableDocument(document, CONTEXTS, hmacKey());
    assertThat(selectable.lines().stream().map(Bytes::utf8))
        .containsExactlyElementsOf(strings("employ/addBaseDocHMACCanon.json"));
  }

  @Test
  void the_mandatory_statements_are_those_of_the_specification() {
    JsonObject document = json("standards/w3c-vc-di-ecdsa/employmentAuth.json");
    var selectable = new SelectableDocument(document, CONTEXTS, hmacKey());
    assertThat(selectable.part(List.of(JsonPointer.parse("/issuer"))).positions())
        .containsExactly(0, 12, 13, 17);
    assertThat(selectable.part(selective()).positions())
        .containsExactly(1, 2, 9, 12, 13, 16, 18, 19);
  }

  @Test
  void the_derived_proof_is_that_of_the_specification_byte_for_byte() {
    JsonObject base = json(FOLDER + "employ/addSignedSDBase.json");
    List<String> selective = selective().stream().map(JsonPointer::toString).toList();
    JsonObject derived = SelectiveDisclosure.derive(base, selective, CONTEXTS);
    JsonObject expected = json(FOLDER + "employ/derivedRevealDocument.json");
    assertThat(derived.object("proof")).isEqualTo(expected.object("proof"));
    assertThat(derived.members()).isEqualTo(expected.members());
  }

  @Test
  void a_base_proof_is_made_as_the_specification_makes_it() {
    JsonObject keys = json(FOLDER + "SDKeyMaterial.json");
    JsonObject base = json(FOLDER + "employ/addSignedSDBase.json");
    JsonObject proof = Objects.requireNonNull(base.object("proof"));
    ProofOptions options =
        ProofOptions.assertion(
                Cryptosuite.ECDSA_SD_2023,
                Objects.requireNonNull(proof.string("verificationMethod")),
                Instant.parse(Objects.requireNonNull(proof.string("created"))))
            .withContexts(CONTEXTS)
            .withMandatoryPointers(List.of("/issuer"));
    JsonObject signed =
        SelectiveDisclosure.sign(
            base.without("proof"),
            pair(keys, "baseKeyPair"),
            options,
            new SelectiveDisclosure.Secrets(pair(keys, "proofKeyPair"), hmacKey()));
    SelectiveValue.Base ours = value(signed);
    SelectiveValue.Base theirs = value(base);
    assertThat(ours.documentKey()).isEqualTo(theirs.documentKey());
    // We protect validFrom and validUntil as well, so two statements fewer are left to the holder.
    assertThat(ours.mandatoryPointers()).containsExactly("/issuer", "/validFrom", "/validUntil");
    assertThat(theirs.signatures()).containsAll(ours.signatures());
    assertThat(ours.signatures()).hasSize(theirs.signatures().size() - 2);
    JsonObject derived =
        SelectiveDisclosure.derive(signed, List.of("/credentialSubject/birthCountry"), CONTEXTS);
    assertThat(
            DataIntegrity.check(
                derived,
                new OfflineKeys(),
                CheckOptions.assertion(Authenticity.NOW).withContexts(CONTEXTS)))
        .singleElement()
        .isInstanceOf(ProofResult.Valid.class);
  }

  private static SelectiveValue.Base value(JsonObject document) {
    String text =
        Objects.requireNonNull(
            Objects.requireNonNull(document.object("proof")).string("proofValue"));
    return (SelectiveValue.Base) SelectiveValue.read(Multibase.decode(text));
  }

  private static KeyPair pair(JsonObject keys, String name) {
    String secret =
        Objects.requireNonNull(
            Objects.requireNonNull(keys.object(name)).string("secretKeyMultibase"));
    byte[] prefixed = Multibase.decode(secret).view();
    return KeyPair.p256(Bytes.wrap(Arrays.copyOfRange(prefixed, 2, prefixed.length)));
  }

  private static Bytes hmacKey() {
    String hex =
        Objects.requireNonNull(json(FOLDER + "SDKeyMaterial.json").string("hmacKeyString"));
    return Bytes.wrap(HexFormat.of().parseHex(hex));
  }

  private static List<JsonPointer> selective() {
    JsonArray pointers =
        (JsonArray) Json.parse(SharedFiles.bytes("standards/w3c-vc-di-ecdsa/employSelective.json"));
    return pointers.elements().stream()
        .map(p -> JsonPointer.parse(((JsonString) p).value()))
        .toList();
  }

  private static List<String> strings(String file) {
    JsonArray array = (JsonArray) Json.parse(SharedFiles.bytes(FOLDER + file));
    return array.elements().stream().map(v -> ((JsonString) v).value()).toList();
  }

  private static JsonObject json(String file) {
    return Json.parseObject(SharedFiles.bytes(file));
  }
}
