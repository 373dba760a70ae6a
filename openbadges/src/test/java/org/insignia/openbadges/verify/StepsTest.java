package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.openbadges.verify.SignedBadges.badge;
import static org.insignia.openbadges.verify.SignedBadges.of;
import static org.insignia.openbadges.verify.SignedBadges.outcomes;
import static org.insignia.openbadges.verify.SignedBadges.presentation;
import static org.insignia.openbadges.verify.SignedBadges.signed;
import static org.insignia.openbadges.verify.SignedBadges.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each step says what it found, also where it found nothing to complain of. */
class StepsTest {

  @Test
  void a_good_badge_has_an_outcome_of_every_step() {
    Report report = verify(signed(badge()));
    assertThat(outcomes(report))
        .containsExactly(
            "parse passed ok",
            "data-model passed ok",
            "context passed ok",
            "conformance passed ok",
            "proof passed ok",
            "issuer passed ok",
            "refresh skipped not-applicable",
            "status skipped not-applicable",
            "validity passed ok",
            "recipient skipped not-applicable",
            "endorsements skipped not-applicable",
            "embedded skipped not-applicable",
            "trust passed ok");
    assertThat(of(Step.PARSE, report)).containsExactly("passed ok: JSON");
    assertThat(of(Step.PROOF, report)).containsExactly("passed ok: /proof: eddsa-rdfc-2022 holds");
    assertThat(of(Step.CONTEXT, report))
        .containsExactly("passed ok: every term is defined: the signature covers them all");
    assertThat(of(Step.VALIDITY, report)).containsExactly("passed ok: has no end");
    assertThat(report.kind()).isEqualTo(CredentialKind.OPEN_BADGE_3);
  }

  @Test
  void an_unsigned_badge_has_an_outcome_of_every_step_too() {
    assertThat(outcomes(verify(badge())))
        .containsExactly(
            "parse passed ok",
            "data-model passed ok",
            "context passed ok",
            "conformance passed ok",
            "proof failed no-proof",
            "issuer skipped not-applicable",
            "refresh skipped not-applicable",
            "status skipped not-applicable",
            "validity passed ok",
            "recipient skipped not-applicable",
            "endorsements skipped not-applicable",
            "embedded skipped not-applicable",
            "trust skipped not-applicable");
  }

  @Test
  void an_unsigned_presentation_says_nothing_of_who_presents() {
    Report report = verify(presentation(signed(badge())));
    assertThat(outcomes(report))
        .containsExactly(
            "parse passed ok",
            "data-model passed ok",
            "context passed ok",
            "proof skipped not-applicable",
            "issuer skipped not-applicable",
            "embedded passed ok",
            "trust passed ok");
    assertThat(report.authentic()).isNull();
  }

  @Test
  void a_presentation_needs_its_type_and_context() {
    Report report = verify(presentation().without("@context"));
    assertThat(outcomes(report)).contains("data-model failed malformed");
    assertThat(outcomes(report)).doesNotContain("data-model passed ok");
  }

  @Test
  void a_credential_without_issuer_is_nobodys() {
    JsonObject nobodys = signed(badge()).without("issuer");
    assertThat(outcomes(verify(nobodys))).contains("proof failed wrong-signature");
    // JWTs may leave it to a claim; here none says it either.
    String token =
        new EnvelopeSigner(
                SignedBadges.KEY, DidKey.verificationMethod(SignedBadges.KEY.publicKey()))
            .credentialJwt(badge().without("issuer"));
    Report report = Verdicts.offline(Bytes.utf8(token), Set.of());
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(of(Step.PARSE, report)).containsExactly("passed ok: JWT");
  }

  @Test
  void a_cose_envelope_is_told_from_text() {
    Bytes cose =
        new EnvelopeSigner(
                SignedBadges.KEY, DidKey.verificationMethod(SignedBadges.KEY.publicKey()))
            .credentialCose(badge());
    Report report = Verdicts.offline(cose, Set.of(SignedBadges.ISSUER));
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(of(Step.PARSE, report)).containsExactly("passed ok: COSE");
    assertThat(of(Step.CONTEXT, report)).containsExactly("passed ok: every term is defined");
  }

  @Test
  void a_plain_credential_has_no_further_standard() {
    JsonObject plain = badge().with("type", JsonValue.from(List.of("VerifiableCredential")));
    Report report = verify(signed(plain));
    assertThat(report.kind()).isEqualTo(CredentialKind.CREDENTIAL);
    assertThat(outcomes(report)).contains("conformance skipped not-applicable");
    Report untyped = verify(badge().without("type"));
    assertThat(untyped.kind()).isEqualTo(CredentialKind.UNKNOWN);
    assertThat(untyped.verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "VerifiablePresentation, PRESENTATION",
    "ClrCredential, CLR_2",
    "EndorsementCredential, ENDORSEMENT_3",
    "OpenBadgeCredential, OPEN_BADGE_3",
    "AchievementCredential, OPEN_BADGE_3",
    "VerifiableCredential, CREDENTIAL",
    "Certificate, UNKNOWN"
  })
  void the_kind_is_in_the_type(String type, CredentialKind kind) {
    assertThat(verify(badge().with("type", JsonValue.of(type))).kind()).isEqualTo(kind);
  }

  @Test
  void contexts_are_limited_and_known() {
    List<JsonValue> contexts = new ArrayList<>(badge().list("@context"));
    contexts.addAll(Collections.nCopies(10, contexts.getFirst()));
    JsonObject twelve = badge().with("@context", new JsonArray(contexts));
    assertThat(outcomes(verify(twelve))).doesNotContain("context failed over-limit");
    contexts.add(contexts.getFirst());
    JsonObject thirteen = badge().with("@context", new JsonArray(contexts));
    assertThat(outcomes(verify(thirteen))).contains("context failed over-limit");
    assertThat(outcomes(verify(badge().without("@context")))).contains("context failed malformed");
    JsonObject unknown =
        badge().with("@context", JsonValue.from(List.of("https://www.w3.org/ns/credentials/v3")));
    assertThat(outcomes(verify(unknown))).contains("context unchecked unknown-context");
    JsonObject undefined = badge().with("gpa", JsonValue.of("4.0"));
    assertThat(outcomes(verify(undefined))).contains("context failed data-loss");
  }

  @Test
  void a_proof_that_cannot_be_read_without_an_unknown_context_is_not_wrong() {
    JsonObject foreign =
        signed(badge()).with("@context", JsonValue.from(List.of("https://a.example/c")));
    Report report = verify(foreign);
    assertThat(outcomes(report)).contains("proof unchecked unknown-context");
    assertThat(report.authentic()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json, true",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json, true",
    "https://www.w3.org/ns/credentials/examples/v2, false"
  })
  void the_second_context_is_that_of_the_standard(String second, boolean good) {
    List<JsonValue> contexts = List.of(badge().list("@context").getFirst(), JsonValue.of(second));
    List<String> found = outcomes(verify(badge().with("@context", new JsonArray(contexts))));
    assertThat(found.contains("conformance failed context-order")).isNotEqualTo(good);
  }

  @Test
  void a_badge_for_nobody_and_against_the_schema_is_not_conformant() {
    JsonObject subject = (JsonObject) JsonValue.from(Map.of("type", List.of("AchievementSubject")));
    Report report = verify(signed(badge().with("credentialSubject", subject)));
    assertThat(outcomes(report))
        .contains("conformance failed no-recipient", "conformance failed not-the-schema")
        .doesNotContain("conformance passed ok");
    assertThat(of(Step.CONFORMANCE, report))
        .contains("failed no-recipient: /credentialSubject: neither id nor identifier");
    assertThat(report.conformant()).isFalse();
  }

  @Test
  void dates_on_the_edge_belong_to_the_later_side() {
    String now = Verdicts.NOW.toString();
    assertThat(verify(signed(badge().with("validFrom", JsonValue.of(now)))).verdict())
        .isEqualTo(Verdict.VALID);
    assertThat(verify(signed(badge().with("validUntil", JsonValue.of(now)))).verdict())
        .isEqualTo(Verdict.EXPIRED);
    Report future = verify(signed(SignedBadges.future()));
    assertThat(future.verdict()).isEqualTo(Verdict.NOT_YET_VALID);
    assertThat(of(Step.VALIDITY, future))
        .containsExactly("failed not-yet-valid: begins 2026-12-01T00:00:00Z");
    JsonObject ends = badge().with("validUntil", JsonValue.of("2030-01-01T00:00:00Z"));
    assertThat(of(Step.VALIDITY, verify(signed(ends))))
        .containsExactly("passed ok: ends 2030-01-01T00:00:00Z");
    assertThat(of(Step.VALIDITY, verify(badge().with("validFrom", JsonValue.of(7)))))
        .containsExactly("unchecked malformed: /validFrom: not a text");
  }

  @Test
  void a_hashed_address_is_that_of_one_person_only() {
    JsonValue subject =
        JsonValue.from(
            Map.of(
                "type",
                List.of("AchievementSubject"),
                "identifier",
                List.of(
                    Map.of(
                        "type", "IdentityObject",
                        "hashed", false,
                        "identityHash", "ada@example.org",
                        "identityType", "emailAddress"),
                    Map.of("type", "IdentityObject", "identityHash", "eve@example.org")),
                "achievement",
                SignedBadges.badge().object("credentialSubject").get("achievement")));
    Bytes input = SignedBadges.bytes(signed(badge().with("credentialSubject", subject)));
    var verifier = new Verifier(VerifierOptions.offline());
    var asked = Inquiry.at(Verdicts.NOW, Set.of(SignedBadges.ISSUER));
    assertThat(verifier.verify(input, asked.forRecipient("Ada@example.org")).verdict())
        .isEqualTo(Verdict.VALID);
    // Not said whether hashed: it is nobody's.
    assertThat(verifier.verify(input, asked.forRecipient("eve@example.org")).verdict())
        .isEqualTo(Verdict.INVALID);
    assertThat(outcomes(verifier.verify(input, asked.forRecipient("ada@example.org"))))
        .contains("recipient passed ok");
  }

  @Test
  void an_unknown_issuer_is_told() {
    Report report = Verdicts.offline(SignedBadges.bytes(signed(badge())), Set.of());
    assertThat(outcomes(report)).contains("trust failed issuer-unknown");
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
  }

  @Test
  void text_that_is_nothing_is_not_readable_and_json_with_a_fault_points_at_it() {
    assertThat(outcomes(Verdicts.offline(Bytes.utf8("hello"), Set.of())))
        .containsExactly("parse failed not-readable");
    assertThat(outcomes(Verdicts.offline(Bytes.utf8("{\"a\":1,\"a\":2}"), Set.of())))
        .containsExactly("parse failed malformed");
  }
}
