package org.insignia.openbadges.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Multibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidKeyResolutionTest {
  private static final String ID = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
  private static final String DID = "did:key:" + ID;

  @Test
  void a_did_gives_its_document() {
    JsonObject result = DidKeyResolution.of(DID);
    JsonObject document = Objects.requireNonNull(result.object("didDocument"));
    assertThat(document.string("id")).isEqualTo(DID);
    assertThat(Objects.requireNonNull(result.object("didResolutionMetadata")).get("error"))
        .isNull();
  }

  @Test
  void a_did_url_gives_the_verification_method() {
    JsonObject result = DidKeyResolution.of(DID + "#" + ID);
    assertThat(Objects.requireNonNull(result.object("content")).string("publicKeyMultibase"))
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "key:z6Mk, invalidDid",
    "'', invalidDid",
    "did:key:, invalidDid",
    "did:key:u7QEAAAA, invalidDid",
    "did:key:z0OIl, invalidDid",
    "did:example:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2, methodNotSupported",
    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2/path, invalidDidUrl",
    "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc, unsupportedPublicKeyType"
  })
  void anything_else_gives_an_error_code(String did, String code) {
    JsonObject metadata =
        Objects.requireNonNull(DidKeyResolution.of(did).object("didResolutionMetadata"));
    assertThat(metadata.string("error")).isEqualTo(code);
  }

  @Test
  void a_key_cut_short_is_of_the_wrong_length() {
    byte[] cut = Arrays.copyOf(Multibase.decode(ID).view(), 33);
    String did = "did:key:" + Multibase.base58btc(Bytes.wrap(cut));
    assertThat(Objects.requireNonNull(DidKeyResolution.of(did).object("didResolutionMetadata")))
        .isEqualTo(JsonValue.from(Map.of("error", "invalidPublicKeyLength")));
  }

  @Test
  void a_fragment_of_another_key_is_an_invalid_did_url() {
    JsonObject metadata =
        Objects.requireNonNull(
            DidKeyResolution.of(DID + "#other").object("didDereferencingMetadata"));
    assertThat(metadata.string("error")).isEqualTo("invalidDidUrl");
  }

  @ParameterizedTest
  @CsvSource({
    "Multikey, false, ''",
    "unknown, false, unsupportedPublicKeyType",
    "JsonWebKey2020, false, unsupportedPublicKeyType",
    "Ed25519VerificationKey2018, false, invalidPublicKeyType",
    "Ed25519VerificationKey2018, true, unsupportedPublicKeyType"
  })
  void other_formats_of_keys_are_refused_by_their_code(
      String format, boolean experimental, String code) {
    JsonObject did = DidKeyResolution.of(DID, format, experimental);
    JsonObject url = DidKeyResolution.of(DID + "#" + ID, format, experimental);
    for (JsonObject metadata :
        List.of(
            Objects.requireNonNull(did.object("didResolutionMetadata")),
            Objects.requireNonNull(url.object("didDereferencingMetadata")))) {
      assertThat(Objects.requireNonNullElse(metadata.string("error"), "")).isEqualTo(code);
    }
  }
}
