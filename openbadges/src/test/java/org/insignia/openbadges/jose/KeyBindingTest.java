package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Base64Url;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.verify.Inquiry;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyBindingTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final KeyPair ISSUER = KeyPair.generateP256(RANDOM);
  private static final String DID = DidKey.did(ISSUER.publicKey());
  private static final EnvelopeCheck CHECK =
      EnvelopeCheck.at(NOW, new OfflineKeys()).answering("n-1", "https://verifier.example");

  private enum Kind {
    ED25519(KeyPair.generateEd25519(RANDOM)),
    P256(KeyPair.generateP256(RANDOM)),
    P384(KeyPair.generateP384(RANDOM)),
    RSA(KeyPair.generateRsa(RANDOM));

    private final KeyPair pair;

    Kind(KeyPair pair) {
      this.pair = pair;
    }
  }

  private static final KeyPair HOLDER = Kind.P256.pair;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void what_its_holder_signed_for_this_verifier_is_bound(Kind holder) {
    String issued = issued(holder.pair.publicKey());
    Envelope opened = CHECK.sdJwt(bound(issued, holder.pair, NOW));
    assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
    assertThat(opened.holder()).isInstanceOf(ProofResult.Valid.class);
    assertThat(opened.document().members()).isEqualTo(credential().members());
  }

  @Test
  void a_key_named_by_its_did_is_found() {
    JsonValue named = JsonValue.from(Map.of("kid", DidKey.verificationMethod(HOLDER.publicKey())));
    String issued = signer().credentialSdJwt(credential().with("cnf", named), List.of(), RANDOM);
    assertThat(CHECK.sdJwt(bound(issued, HOLDER, NOW)).holder())
        .isInstanceOf(ProofResult.Valid.class);
  }

  @Test
  void a_binding_that_is_missing_counts_only_where_a_nonce_was_asked() {
    String issued = issued(HOLDER.publicKey());
    assertThat(problem(issued)).isEqualTo(ProofProblem.WRONG_CHALLENGE);
    EnvelopeCheck unasked = EnvelopeCheck.at(NOW, new OfflineKeys());
    assertThat(unasked.sdJwt(issued).holder()).isNull();
    assertThat(unasked.sdJwt(bound(issued, HOLDER, NOW)).holder())
        .isInstanceOf(ProofResult.Valid.class);
    String unnamed = signer().credentialSdJwt(credential(), List.of(), RANDOM);
    assertThat(CHECK.sdJwt(unnamed).holder()).isNull();
  }

  @Test
  void somebody_else_cannot_bind_it() {
    String issued = issued(HOLDER.publicKey());
    KeyPair thief = KeyPair.generateP256(RANDOM);
    assertThat(problem(bound(issued, thief, NOW))).isEqualTo(ProofProblem.WRONG_SIGNATURE);
    assertThat(problem(bound(issued, Kind.P384.pair, NOW)))
        .isEqualTo(ProofProblem.KEY_OF_OTHER_KIND);
    String unnamed = signer().credentialSdJwt(credential(), List.of(), RANDOM);
    assertThat(problem(bound(unnamed, HOLDER, NOW))).isEqualTo(ProofProblem.KEY_NOT_FOUND);
  }

  @Test
  void a_binding_counts_for_exactly_the_claims_shown() {
    String issued = issued(HOLDER.publicKey());
    String bound = bound(issued, HOLDER, NOW);
    String[] parts = bound.split("~");
    String lessShown = parts[0] + "~" + parts[2];
    assertThat(problem(lessShown)).isEqualTo(ProofProblem.WRONG_SIGNATURE);
  }

  @Test
  void a_binding_counts_for_one_question_of_one_verifier() {
    String issued = issued(HOLDER.publicKey());
    String bound = bound(issued, HOLDER, NOW);
    EnvelopeCheck check = EnvelopeCheck.at(NOW, new OfflineKeys());
    assertThat(problem(check.answering("n-2", null), bound))
        .isEqualTo(ProofProblem.WRONG_CHALLENGE);
    assertThat(problem(check.answering("n-1", "https://other.example"), bound))
        .isEqualTo(ProofProblem.WRONG_DOMAIN);
    assertThat(problem(bound(issued, HOLDER, NOW.plusSeconds(120))))
        .isEqualTo(ProofProblem.CREATED_IN_FUTURE);
    assertThat(problem(bound(issued, HOLDER, NOW.minusSeconds(1_000))))
        .isEqualTo(ProofProblem.EXPIRED);
  }

  @Test
  void a_binding_has_its_own_type_and_all_of_its_claims() {
    String issued = issued(HOLDER.publicKey());
    JsonObject header = Json.parseObject(Bytes.utf8("{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}"));
    for (JsonObject wrong :
        List.of(
            header.with("typ", JsonValue.of("JWT")),
            header.without("typ"),
            header.with("jwk", HOLDER.publicKey().jwk()),
            header.with("crit", JsonValue.from(List.of("exp"))))) {
      assertThat(problem(forged(issued, wrong, claims -> claims)))
          .isEqualTo(ProofProblem.MALFORMED);
    }
    assertThat(problem(forged(issued, header.with("alg", JsonValue.of("none")), c -> c)))
        .isEqualTo(ProofProblem.UNKNOWN_SUITE);
    for (String claim : List.of("nonce", "aud", "iat")) {
      assertThat(problem(forged(issued, header, claims -> claims.without(claim))))
          .isEqualTo(ProofProblem.MALFORMED);
      assertThat(problem(forged(issued, header, claims -> claims.with(claim, JsonValue.of(true)))))
          .isEqualTo(ProofProblem.MALFORMED);
    }
    assertThat(problem(forged(issued, header, claims -> claims.without("sd_hash"))))
        .isEqualTo(ProofProblem.WRONG_SIGNATURE);
  }

  @Test
  void the_verifier_asks_for_the_binding_with_its_challenge() {
    String issued = issued(HOLDER.publicKey());
    var asked = new Inquiry(NOW, Set.of(DID), null, "n-1", "https://verifier.example");
    assertThat(verdict(bound(issued, HOLDER, NOW), asked)).isEqualTo(Verdict.VALID);
    assertThat(verdict(issued, asked)).isEqualTo(Verdict.INVALID);
    assertThat(verdict(issued, Inquiry.at(NOW, Set.of(DID)))).isEqualTo(Verdict.VALID);
    KeyPair thief = KeyPair.generateP256(RANDOM);
    assertThat(verdict(bound(issued, thief, NOW), Inquiry.at(NOW, Set.of(DID))))
        .isEqualTo(Verdict.INVALID);
  }

  private static Verdict verdict(String token, Inquiry asked) {
    Report report = new Verifier(VerifierOptions.offline()).verify(Bytes.utf8(token), asked);
    assertThat(report.findings()).isNotEmpty();
    return report.verdict();
  }

  private static @Nullable ProofProblem problem(String token) {
    return problem(CHECK, token);
  }

  private static @Nullable ProofProblem problem(EnvelopeCheck check, String token) {
    Envelope opened = check.sdJwt(token);
    assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
    return opened.holder() instanceof ProofResult.Invalid bad ? bad.problem() : null;
  }

  private static String forged(String issued, JsonObject header, UnaryOperator<JsonObject> change) {
    String good = bound(issued, HOLDER, NOW).substring(issued.length());
    JsonObject claims = Json.parseObject(Base64Url.decode(good.split("\\.")[1]));
    String signed = part(header) + "." + part(change.apply(claims));
    return issued + signed + "." + Base64Url.encode(HOLDER.sign(Bytes.utf8(signed)));
  }

  private static String part(JsonObject json) {
    return Base64Url.encode(Bytes.utf8(Json.write(json)));
  }

  private static String bound(String issued, KeyPair holder, Instant now) {
    HeldSdJwt held = HeldSdJwt.read(issued);
    return held.showing(held.choices(), holder, "n-1", "https://verifier.example", now);
  }

  private static String issued(PublicKey holder) {
    List<JsonPointer> disclosable = List.of(JsonPointer.parse("/credentialSubject/narrative"));
    return signer().credentialSdJwt(credential(), disclosable, holder, RANDOM);
  }

  private static EnvelopeSigner signer() {
    return new EnvelopeSigner(ISSUER, DidKey.verificationMethod(ISSUER.publicKey()));
  }

  private static JsonObject credential() {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
                          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "urn:uuid:3f081833-f18a-48ea-8b64-93471e6b76b9",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": "%s", "name": "Cloud", "validFrom": "2026-01-15T09:30:00Z",
             "credentialSubject": {"id": "did:example:earner", "type": ["AchievementSubject"],
               "narrative": "By hard work.",
               "achievement": {"id": "https://issuer.example/a/1", "type": ["Achievement"],
                 "name": "Cloud", "description": "About clouds",
                 "criteria": {"narrative": "Pass."}}}}
            """
                .formatted(DID)));
  }
}
