package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;

/**
 * The end of a verification method.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#verification-methods">Controlled
 *     Identifiers</a>
 */
class EndedKeyTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private static JsonObject method(String member, String value) {
    return (JsonObject) JsonValue.from(Map.of(member, value));
  }

  @Test
  void systems_are_expected_not_to_verify_proofs_at_or_after_the_time_of_revocation() {
    var key =
        new VerificationKey(
            "did:web:a.example#k",
            "did:web:a.example",
            KeyPair.ed25519(org.insignia.openbadges.json.Bytes.wrap(new byte[32])).publicKey(),
            java.util.Set.of("assertionMethod"),
            VerificationKey.Evidence.DOCUMENT,
            ControllerDocument.end(method("revoked", NOON.toString())));
    assertThat(key.mayHaveSignedAt(NOON.minusSeconds(1))).isTrue();
    assertThat(key.mayHaveSignedAt(NOON)).isFalse();
    assertThat(key.mayHaveSignedAt(NOON.plusSeconds(1))).isFalse();
    assertThat(key.mayHaveSignedAt(null)).isFalse();
  }

  @Test
  void the_earlier_of_revoked_and_expires_counts() {
    var both =
        method("revoked", NOON.toString())
            .with("expires", JsonValue.of(NOON.minusSeconds(60).toString()));
    assertThat(ControllerDocument.end(both)).isEqualTo(NOON.minusSeconds(60));
    assertThat(ControllerDocument.end(method("id", "#k"))).isNull();
  }

  @Test
  void an_end_that_is_no_time_makes_the_method_unreadable() {
    assertThatThrownBy(() -> ControllerDocument.end(method("revoked", "yesterday")))
        .isInstanceOf(MalformedCredential.class);
  }
}
