package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.openbadges.verify.SignedBadges.badge;
import static org.insignia.openbadges.verify.SignedBadges.bytes;
import static org.insignia.openbadges.verify.SignedBadges.of;
import static org.insignia.openbadges.verify.SignedBadges.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("step 3: refresh")
class RefreshCheckTest {
  private static final String URL = "https://issuer.example/newest";

  @Test
  void a_newer_form_is_reported_and_judged() {
    JsonObject newer =
        signed(refreshable().with("validUntil", JsonValue.of("2030-01-01T00:00:00Z")));
    Report report = refreshed(newer);
    assertThat(of(Step.REFRESH, report)).containsExactly("passed ok: the newest form is judged");
    assertThat(report.credential()).isEqualTo(newer);
    assertThat(report.parts())
        .singleElement()
        .matches(part -> part.pointer().equals("/refreshService") && part.step() == Step.REFRESH);
  }

  @Test
  void what_is_not_authentic_is_left_aside() {
    Report report = refreshed(SignedBadges.forged(refreshable()));
    assertThat(of(Step.REFRESH, report))
        .containsExactly(
            "skipped not-applicable: what came is not authentic; the one in hand is judged");
    assertLeftAside(report);
  }

  @Test
  void what_has_another_id_or_issuer_is_left_aside() {
    String other =
        "skipped not-applicable: what came is another credential; the one in hand is judged";
    Report otherId = refreshed(signed(refreshable().with("id", JsonValue.of("urn:uuid:0"))));
    assertThat(of(Step.REFRESH, otherId)).containsExactly(other);
    assertLeftAside(otherId);
    JsonObject strangers = refreshable().with("issuer", JsonValue.of(SignedBadges.STRANGER));
    Report otherIssuer = refreshed(signed(strangers, SignedBadges.OTHER));
    assertThat(of(Step.REFRESH, otherIssuer)).containsExactly(other);
    assertLeftAside(otherIssuer);
  }

  @Test
  void what_cannot_be_read_is_left_aside() {
    Report report = online(Bytes.utf8("<html>"));
    assertThat(of(Step.REFRESH, report))
        .singleElement()
        .asString()
        .startsWith("skipped not-applicable: what came cannot be read");
    assertLeftAside(report);
    assertLeftAside(online(Bytes.utf8("https://elsewhere.example/")));
  }

  @Test
  void what_the_issuer_signed_but_is_not_sound_is_left_aside() {
    JsonObject unsound = refreshable().with("undefined", JsonValue.of("x"));
    String method = DidKey.verificationMethod(SignedBadges.KEY.publicKey());
    ProofOptions options = ProofOptions.assertion(Cryptosuite.EDDSA_JCS_2022, method, Verdicts.NOW);
    Report report = refreshed(DataIntegrity.sign(unsound, SignedBadges.KEY, options));
    assertThat(of(Step.REFRESH, report))
        .containsExactly(
            "skipped not-applicable: what came is not sound; the one in hand is judged");
    assertLeftAside(report);
  }

  @Test
  void where_nothing_comes_the_one_in_hand_is_judged() {
    Report gone = verify(new Loaded.Gone(410));
    assertThat(of(Step.REFRESH, gone))
        .containsExactly("skipped not-applicable: no newer form: 410");
    assertLeftAside(gone);
    Report silent = verify(new Loaded.Unavailable("nobody answers"));
    assertThat(of(Step.REFRESH, silent))
        .containsExactly("skipped not-applicable: the one in hand is judged: nobody answers");
    assertLeftAside(silent);
  }

  @Test
  void other_services_are_not_asked() {
    JsonObject other =
        refreshable()
            .with(
                "refreshService",
                JsonValue.from(Map.of("id", URL, "type", "ManualRefreshService2018")));
    Report report = SignedBadges.online(other, Map.of());
    assertThat(of(Step.REFRESH, report))
        .containsExactly("skipped not-applicable: there is no refresh service that is known here");
    Report forged = SignedBadges.online(SignedBadges.forged(refreshable()), Map.of());
    assertThat(of(Step.REFRESH, forged))
        .containsExactly("skipped not-applicable: not asked for what is not authentic");
  }

  private static void assertLeftAside(Report report) {
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.credential()).isEqualTo(signed(refreshable()));
    assertThat(report.parts()).isEmpty();
  }

  private static Report refreshed(JsonObject newer) {
    return online(bytes(newer));
  }

  private static Report online(Bytes answer) {
    return SignedBadges.online(signed(refreshable()), Map.of(URL, answer));
  }

  private static Report verify(Loaded answer) {
    return new Verifier(VerifierOptions.online(url -> answer))
        .verify(bytes(signed(refreshable())), Verdicts.NOW, Set.of(SignedBadges.ISSUER));
  }

  private static JsonObject refreshable() {
    List<JsonValue> contexts = new ArrayList<>(badge().list("@context"));
    contexts.add(JsonValue.of("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
    return badge()
        .with("@context", new JsonArray(contexts))
        .with(
            "refreshService",
            JsonValue.from(Map.of("id", URL, "type", "1EdTechCredentialRefresh")));
  }
}
