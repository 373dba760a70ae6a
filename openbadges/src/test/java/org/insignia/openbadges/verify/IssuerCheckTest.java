package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.openbadges.verify.SignedBadges.badge;
import static org.insignia.openbadges.verify.SignedBadges.outcomes;

import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("step 2: the key is the issuer's")
class IssuerCheckTest {
  private static final String SITE = "https://issuer.example/profile";
  private static final String MULTIKEY = SignedBadges.KEY.publicKey().multibase();
  private static final String METHOD = SITE + "#" + MULTIKEY;

  @Test
  void a_key_that_only_says_whose_it_is_is_not_confirmed() {
    Report report = verify(signed(SITE), Set.of(SITE));
    assertThat(outcomes(report)).contains("issuer unchecked key-not-confirmed");
    assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
    assertThat(report.authentic()).isNull();
  }

  @Test
  void who_knows_that_very_key_has_confirmed_it() {
    Report report = verify(signed(SITE), Set.of(METHOD));
    assertThat(outcomes(report)).contains("issuer passed ok", "trust passed ok");
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void another_key_of_the_site_does_not_count() {
    String other = SITE + "#" + SignedBadges.OTHER.publicKey().multibase();
    assertThat(verify(signed(SITE), Set.of(other)).verdict()).isEqualTo(Verdict.UNCHECKED);
  }

  @Test
  void a_known_key_does_not_speak_for_other_issuers() {
    Report report = verify(signed("https://victim.example/profile"), Set.of(METHOD));
    assertThat(outcomes(report)).contains("issuer failed key-of-somebody-else");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_presentation_without_holder_is_nobodys() {
    JsonObject presentation = SignedBadges.presentation(SignedBadges.signed(badge()));
    ProofOptions options =
        ProofOptions.authentication(Cryptosuite.EDDSA_RDFC_2022, METHOD, Verdicts.NOW, "c", "d");
    JsonObject signed = DataIntegrity.sign(presentation, SignedBadges.KEY, options);
    var asked = new Inquiry(Verdicts.NOW, Set.of(SignedBadges.ISSUER), null, "c", "d");
    Report report =
        new Verifier(VerifierOptions.offline()).verify(SignedBadges.bytes(signed), asked);
    assertThat(outcomes(report)).contains("proof passed ok", "issuer skipped not-applicable");
    assertThat(report.authentic()).isNull();
  }

  private static JsonObject signed(String issuer) {
    ProofOptions options =
        ProofOptions.assertion(Cryptosuite.EDDSA_RDFC_2022, METHOD, Verdicts.NOW);
    return DataIntegrity.sign(
        badge().with("issuer", JsonValue.of(issuer)), SignedBadges.KEY, options);
  }

  private static Report verify(JsonObject document, Set<String> trusted) {
    return Verdicts.offline(SignedBadges.bytes(document), trusted);
  }
}
