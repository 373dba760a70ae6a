package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.openbadges.verify.SignedBadges.badge;
import static org.insignia.openbadges.verify.SignedBadges.expired;
import static org.insignia.openbadges.verify.SignedBadges.forged;
import static org.insignia.openbadges.verify.SignedBadges.future;
import static org.insignia.openbadges.verify.SignedBadges.of;
import static org.insignia.openbadges.verify.SignedBadges.outcomes;
import static org.insignia.openbadges.verify.SignedBadges.presentation;
import static org.insignia.openbadges.verify.SignedBadges.record;
import static org.insignia.openbadges.verify.SignedBadges.signed;
import static org.insignia.openbadges.verify.SignedBadges.verify;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.status.BitstringStatusList;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.openbadges.status.StatusPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedCheckTest {

  @Test
  void a_record_of_good_badges_is_good() {
    Report report = verify(signed(record(signed(badge()), signed(badge()))));
    assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.VALID);
    assertThat(of(Step.EMBEDDED, report))
        .containsExactly(
            "passed ok: /credentialSubject/verifiableCredential/0: valid",
            "passed ok: /credentialSubject/verifiableCredential/1: valid");
    assertThat(report.parts()).hasSize(2);
  }

  /** Which of many is bad must not matter. */
  @ParameterizedTest
  @ValueSource(ints = {0, 19, 20, 24})
  void one_forged_badge_among_good_ones_spoils_a_record_and_a_presentation(int at) {
    JsonValue[] inside = Collections.nCopies(25, signed(badge())).toArray(JsonValue[]::new);
    inside[at] = forged(badge());
    assertThat(verify(signed(record(inside))).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(verify(presentation(inside)).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_record_tells_what_was_earned_even_where_that_has_ended() {
    Report report = verify(signed(record(signed(expired()), signed(future()))));
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(outcomes(report)).contains("embedded failed embedded-not-current");
    assertThat(of(Step.EMBEDDED, report)).hasSize(2).allMatch(f -> f.contains("not-current"));
  }

  @Test
  void a_presentation_is_as_good_as_the_worst_in_it() {
    assertThat(verify(presentation(signed(badge()), signed(future()))).verdict())
        .isEqualTo(Verdict.NOT_YET_VALID);
    assertThat(verify(presentation(signed(future()), signed(expired()))).verdict())
        .isEqualTo(Verdict.EXPIRED);
    Report expired = verify(presentation(signed(expired())));
    assertThat(of(Step.EMBEDDED, expired))
        .containsExactly(
            "failed embedded-not-current: /verifiableCredential/0: expired",
            "failed expired: /verifiableCredential/0: expired");
  }

  @Test
  void what_cannot_be_checked_in_it_leaves_the_whole_open() {
    JsonObject withStatus =
        badge()
            .with(
                "credentialStatus",
                JsonValue.from(
                    Map.of(
                        "id", "https://issuer.example/s/1#1",
                        "type", "BitstringStatusListEntry",
                        "statusPurpose", "revocation",
                        "statusListIndex", "1",
                        "statusListCredential", "https://issuer.example/s/1")));
    Report report = verify(presentation(signed(withStatus)));
    assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
    assertThat(outcomes(report)).contains("embedded unchecked embedded-not-checked");
  }

  @ParameterizedTest
  @CsvSource({"REVOCATION, REVOKED", "SUSPENSION, SUSPENDED"})
  void a_presentation_of_what_was_taken_back_says_so(StatusPurpose purpose, Verdict verdict) {
    String url = "https://issuer.example/s/1";
    var bits = BitstringStatusList.of(BitstringStatusList.MIN_BITS, IntStream.of(5));
    JsonObject list =
        new StatusListCredential(url, SignedBadges.ISSUER, Verdicts.NOW, purpose, bits).toJson();
    JsonObject entry = new StatusEntry(url, 5, purpose).toJson();
    Report report =
        SignedBadges.online(
            presentation(signed(badge().with("credentialStatus", entry))),
            Map.of(url, SignedBadges.bytes(signed(list))));
    assertThat(report.verdict()).isEqualTo(verdict);
    String word = verdict.text();
    assertThat(of(Step.EMBEDDED, report))
        .containsExactly(
            "failed embedded-not-current: /verifiableCredential/0: " + word,
            "failed " + word + ": /verifiableCredential/0: " + word);
  }

  @Test
  void a_presentation_is_as_well_known_as_the_least_known_in_it() {
    JsonObject strangers =
        signed(badge().with("issuer", JsonValue.of(SignedBadges.STRANGER)), SignedBadges.OTHER);
    Report report = verify(presentation(signed(badge()), strangers));
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    assertThat(outcomes(report)).contains("trust failed issuer-unknown");
  }

  @Test
  void a_hundred_are_judged_and_one_more_are_too_many() {
    JsonValue[] inside =
        Collections.nCopies(100, JsonValue.from(Map.of())).toArray(JsonValue[]::new);
    assertThat(verify(presentation(inside)).parts()).hasSize(100);
    JsonValue[] more = Collections.nCopies(101, JsonValue.from(Map.of())).toArray(JsonValue[]::new);
    Report report = verify(presentation(more));
    assertThat(report.parts()).isEmpty();
    assertThat(outcomes(report)).contains("embedded failed over-limit");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void credentials_in_each_other_are_opened_three_deep() {
    JsonObject nested = presentation();
    for (int i = 0; i < 5; i++) nested = presentation(nested);
    Report report = verify(nested);
    for (int depth = 0; depth < 3; depth++) {
      assertThat(outcomes(report)).contains("parse passed ok");
      report = report.parts().getFirst().report();
    }
    assertThat(outcomes(report)).contains("parse passed ok");
    Report tooDeep = report.parts().getFirst().report();
    assertThat(outcomes(tooDeep)).containsExactly("embedded failed over-limit");
    assertThat(tooDeep.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(tooDeep.parts()).isEmpty();
  }

  @Test
  void of_all_in_each_other_110_are_judged() {
    JsonValue[] ten = Collections.nCopies(10, JsonValue.from(Map.of())).toArray(JsonValue[]::new);
    JsonValue[] eleven = Collections.nCopies(11, presentation(ten)).toArray(JsonValue[]::new);
    List<Report> all =
        verify(presentation(eleven)).parts().stream().map(Report.Part::report).toList();
    // Ten of one presentation and ten credentials each; the eleventh presentation is not opened.
    assertThat(all).hasSize(11);
    assertThat(all.subList(0, 10)).allMatch(report -> report.parts().size() == 10);
    assertThat(outcomes(all.getLast())).containsExactly("embedded failed over-limit");
  }

  @Test
  void what_cannot_be_read_in_it_is_not_valid() {
    Report report =
        verify(
            presentation(
                JsonValue.from(
                    Map.of("type", "EnvelopedVerifiableCredential", "id", "data:text/plain,x"))));
    assertThat(outcomes(report.parts().getFirst().report()))
        .containsExactly("parse failed not-readable");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  /** What a holder says of themselves holds as long as they say so. */
  @Test
  void of_what_the_holder_says_the_members_are_looked_at_and_whether_the_holder_is_known() {
    assertThat(selfAsserted(badge(), Set.of()).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    Report known = selfAsserted(badge(), Set.of(SignedBadges.ISSUER));
    assertThat(known.verdict()).isEqualTo(Verdict.VALID);
    assertThat(outcomes(known.parts().getFirst().report()))
        .containsExactly(
            "parse passed ok",
            "data-model passed ok",
            "proof passed ok",
            "issuer passed ok",
            "status skipped not-applicable",
            "validity passed ok",
            "trust passed ok");
    JsonObject unsound =
        badge().with("type", JsonValue.of("VerifiableCredential")).without("issuer");
    assertThat(selfAsserted(unsound, Set.of(SignedBadges.ISSUER)).verdict())
        .isEqualTo(Verdict.INVALID);
    JsonObject halfSound = badge().without("credentialSubject");
    Report broken = selfAsserted(halfSound, Set.of(SignedBadges.ISSUER));
    assertThat(outcomes(broken.parts().getFirst().report()))
        .contains("data-model failed malformed")
        .doesNotContain("data-model passed ok");
    assertThat(broken.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(selfAsserted(expired(), Set.of(SignedBadges.ISSUER)).verdict())
        .isEqualTo(Verdict.EXPIRED);
  }

  private static Report selfAsserted(JsonObject inside, Set<String> trusted) {
    JsonObject presentation =
        presentation(inside).with("holder", JsonValue.of(SignedBadges.ISSUER));
    ProofOptions options =
        ProofOptions.authentication(
            Cryptosuite.EDDSA_JCS_2022,
            DidKey.verificationMethod(SignedBadges.KEY.publicKey()),
            Verdicts.NOW,
            "c",
            "d");
    Bytes input = SignedBadges.bytes(DataIntegrity.sign(presentation, SignedBadges.KEY, options));
    var asked = new Inquiry(Verdicts.NOW, trusted, null, "c", "d");
    return new Verifier(VerifierOptions.offline()).verify(input, asked);
  }

  @Test
  void endorsements_over_twenty_are_counted_and_not_judged() {
    JsonObject issuer =
        (JsonObject) JsonValue.from(Map.of("id", SignedBadges.ISSUER, "type", List.of("Profile")));
    JsonValue[] some = IntStream.range(0, 20).mapToObj(i -> badge()).toArray(JsonValue[]::new);
    JsonValue[] more = Collections.nCopies(23, badge()).toArray(JsonValue[]::new);
    assertThat(
            endorsements(
                badge().with("issuer", issuer.with("endorsement", JsonValue.from(List.of(some))))))
        .hasSize(20)
        .noneMatch(f -> f.contains("more are not looked at"));
    assertThat(
            endorsements(
                badge().with("issuer", issuer.with("endorsement", JsonValue.from(List.of(more))))))
        .hasSize(20)
        .startsWith(
            "failed endorsement-not-valid: 3 more are not looked at",
            "failed endorsement-not-valid: /issuer/endorsement/0: invalid");
  }

  @Test
  void endorsements_are_found_wherever_somebody_is_endorsed() {
    JsonValue tokens = JsonValue.from(List.of("a.b.c", "d.e.f"));
    JsonObject creator =
        (JsonObject) JsonValue.from(Map.of("type", List.of("Profile"), "id", "urn:c"));
    JsonObject subject = badge().object("credentialSubject");
    JsonObject achievement = subject.object("achievement");
    JsonObject everywhere =
        badge()
            .with("endorsementJwt", tokens)
            .with(
                "credentialSubject",
                subject.with(
                    "achievement",
                    achievement
                        .with("endorsementJwt", tokens)
                        .with("creator", creator.with("endorsementJwt", tokens))));
    assertThat(verify(everywhere).parts().stream().map(Report.Part::pointer))
        .containsExactly(
            "/endorsementJwt/0",
            "/endorsementJwt/1",
            "/credentialSubject/achievement/endorsementJwt/0",
            "/credentialSubject/achievement/endorsementJwt/1",
            "/credentialSubject/achievement/creator/endorsementJwt/0",
            "/credentialSubject/achievement/creator/endorsementJwt/1");
  }

  private static List<String> endorsements(JsonObject document) {
    return of(Step.ENDORSEMENTS, verify(document));
  }
}
