package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.junit.jupiter.api.Test;

/** The JWT of a holder: in the claim {@code vp} of data model 1.1, or the payload itself of 2.0. */
class PresentationClaimsTest {
  private static final KeyPair HOLDER = KeyPair.generateEd25519(new SecureRandom());
  private static final String DID = DidKey.did(HOLDER.publicKey());
  private static final EnvelopeCheck CHECK =
      EnvelopeCheck.at(Instant.parse("2026-11-21T00:00:00Z"), new OfflineKeys());

  private static final String VP =
      "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],"
          + "\"type\":[\"VerifiablePresentation\"]}";

  @Test
  void the_claim_vp_is_the_presentation_and_iss_its_holder() {
    Envelope opened = CHECK.jwt(jwt("JWT", "\"iss\":\"" + DID + "\",\"vp\":" + VP));
    assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
    assertThat(opened.document().get("holder")).isEqualTo(JsonValue.of(DID));
    assertThat(opened.document().get("vp")).isNull();
  }

  @Test
  void another_holder_than_iss_is_refused() {
    String other = VP.replace("}", ",\"holder\":\"did:example:other\"}");
    assertThat(problem(CHECK.jwt(jwt("JWT", "\"iss\":\"" + DID + "\",\"vp\":" + other))))
        .isEqualTo(ProofProblem.MALFORMED);
  }

  @Test
  void a_claim_vp_beside_other_members_or_under_another_type_is_refused() {
    String both = "\"iss\":\"" + DID + "\",\"name\":\"x\",\"vp\":" + VP;
    assertThat(problem(CHECK.jwt(jwt("JWT", both)))).isEqualTo(ProofProblem.MALFORMED);
    String alone = "\"iss\":\"" + DID + "\",\"vp\":" + VP;
    assertThat(problem(CHECK.jwt(jwt("vp+jwt", alone)))).isEqualTo(ProofProblem.MALFORMED);
    assertThat(problem(CHECK.jwt(jwt("vc+jwt", alone)))).isEqualTo(ProofProblem.MALFORMED);
  }

  @Test
  void the_answer_to_a_challenge_stands_in_nonce_and_aud() {
    String payload =
        "\"iss\":\""
            + DID
            + "\",\"nonce\":\"c\",\"aud\":[\"d\",\"e\"],\"holder\":\""
            + DID
            + "\","
            + VP.substring(1, VP.length() - 1);
    String token = jwt("vp+jwt", payload);
    Envelope opened = CHECK.answering("c", "d").jwt(token);
    assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
    assertThat(opened.document().get("nonce")).isNull();
    assertThat(problem(CHECK.answering("other", null).jwt(token)))
        .isEqualTo(ProofProblem.WRONG_CHALLENGE);
    assertThat(problem(CHECK.answering("c", "f").jwt(token))).isEqualTo(ProofProblem.WRONG_DOMAIN);
    String silent = jwt("JWT", "\"iss\":\"" + DID + "\",\"vp\":" + VP);
    assertThat(problem(CHECK.answering("c", null).jwt(silent)))
        .isEqualTo(ProofProblem.WRONG_CHALLENGE);
  }

  private static ProofProblem problem(Envelope envelope) {
    return ((ProofResult.Invalid) envelope.proof()).problem();
  }

  private static String jwt(String typ, String claims) {
    String header =
        "{\"alg\":\"EdDSA\",\"typ\":\"%s\",\"kid\":\"%s\"}"
            .formatted(typ, DidKey.verificationMethod(HOLDER.publicKey()));
    String payload = Json.write(Json.parse("{" + claims + "}"));
    String signed =
        Base64Url.encode(Bytes.utf8(header)) + "." + Base64Url.encode(Bytes.utf8(payload));
    return signed + "." + Base64Url.encode(HOLDER.sign(Bytes.utf8(signed)));
  }
}
