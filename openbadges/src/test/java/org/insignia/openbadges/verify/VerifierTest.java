package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {
  private static final KeyPair KEY = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  private static final KeyPair OTHER = KeyPair.ed25519(Bytes.wrap(filled(7)));
  private static final String ISSUER = DidKey.did(KEY.publicKey());
  private static final Set<String> KNOWN = Set.of(ISSUER, DidKey.did(OTHER.publicKey()));

  @Nested
  @DisplayName("step 1: data model")
  class DataModel {
    @Test
    void every_step_is_reported_after_the_first_failure() {
      JsonObject broken =
          signed(badge().with("validUntil", JsonValue.of("2020-01-01T00:00:00Z")), KEY);
      Report report = verify(broken.with("name", JsonValue.of("Changed")));
      assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(reasons(report)).contains(Reason.WRONG_SIGNATURE, Reason.DATES_REVERSED);
      for (Step step : EnumSet.complementOf(EnumSet.of(Step.DOCUMENT))) { // that of PDFs alone
        assertThat(report.findings()).as("%s", step).anyMatch(f -> f.step() == step);
      }
    }

    @Test
    void a_credential_that_does_not_keep_to_the_schema_is_authentic_all_the_same() {
      JsonObject subject = new JsonObject(badge().object("credentialSubject").members());
      Report report = verify(signed(badge().with("credentialSubject", subject.without("id")), KEY));
      assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      assertThat(report.authentic()).isTrue();
      assertThat(report.conformant()).isFalse();
    }
  }

  @Nested
  @DisplayName("step 2: proof and issuer")
  class Proof {
    @Test
    void a_good_signature_of_somebody_else_is_not_valid() {
      Report report = verify(signed(badge(), OTHER));
      assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
      assertThat(reasons(report)).contains(Reason.KEY_OF_SOMEBODY_ELSE);
    }

    @Test
    void a_further_good_proof_of_somebody_else_does_no_harm() {
      assertThat(verify(signed(signed(badge(), KEY), OTHER)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_proof_of_a_kind_not_known_here_does_no_harm_beside_a_good_one() {
      JsonObject signed = signed(badge(), KEY);
      JsonValue unknown =
          JsonValue.from(Map.of("type", "DataIntegrityProof", "cryptosuite", "pqc-2030"));
      JsonValue both = new JsonArray(List.of(signed.object("proof"), unknown));
      assertThat(verify(signed.with("proof", both)).verdict()).isEqualTo(Verdict.VALID);
      assertThat(verify(signed.with("proof", unknown)).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void an_unsigned_badge_is_not_valid() {
      assertThat(reasons(verify(badge()))).contains(Reason.NO_PROOF);
    }

    /**
     * Whatever string of a signed badge is changed, or member taken out: it is never good again.
     */
    @ParameterizedTest
    @EnumSource(names = {"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    void no_change_survives(Cryptosuite suite) {
      JsonObject signed = signed(badge(), KEY, suite);
      var random = new Random(5);
      for (int i = 0; i < 400; i++) {
        JsonObject changed = (JsonObject) change(signed, random, new int[] {random.nextInt(40)});
        if (!changed.equals(signed)) {
          Report report = verify(changed);
          assertThat(Verdicts.GOOD)
              .as("%s %s", Json.write(changed), report.findings())
              .doesNotContain(report.verdict());
        }
      }
    }
  }

  @Nested
  @DisplayName("step 3: refresh")
  class Refresh {
    private static final String URL = "https://issuer.example/newest";

    @Test
    void the_newer_form_is_judged_in_its_place() {
      JsonObject newer =
          signed(refreshable().with("validUntil", JsonValue.of("2026-06-01T00:00:00Z")), KEY);
      Report report = online(signed(refreshable(), KEY), Map.of(URL, newer));
      assertThat(report.verdict()).isEqualTo(Verdict.EXPIRED);
      assertThat(report.credential()).isEqualTo(newer);
    }

    @Test
    void what_is_not_of_the_same_issuer_is_left_aside() {
      JsonObject forged =
          signed(refreshable().with("issuer", JsonValue.of(DidKey.did(OTHER.publicKey()))), OTHER);
      Report report = online(signed(refreshable(), KEY), Map.of(URL, forged));
      assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_credential_that_is_not_authentic_makes_nobody_ask() {
      var asked = new HashSet<String>();
      Bytes input = bytes(signed(refreshable(), OTHER));
      Verdicts.online(input, KNOWN, Map.of(), asked);
      assertThat(asked).isEmpty();
    }

    private static JsonObject refreshable() {
      JsonObject badge = badge();
      List<JsonValue> contexts = new ArrayList<>(badge.list("@context"));
      contexts.add(JsonValue.of("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
      return badge
          .with("@context", new JsonArray(contexts))
          .with(
              "refreshService",
              JsonValue.from(Map.of("id", URL, "type", "1EdTechCredentialRefresh")));
    }
  }

  @Nested
  @DisplayName("step 6: endorsements")
  class Endorsements {
    @Test
    void a_good_one_is_reported_and_a_bad_one_changes_nothing_else() {
      JsonObject endorsement = endorsement("https://issuer.example/a/1");
      JsonObject good = withEndorsement(signed(endorsement, OTHER));
      JsonObject forged = withEndorsement(signed(endorsement, KEY));
      JsonObject ofAnother = withEndorsement(signed(endorsement("urn:uuid:0"), OTHER));
      assertThat(finding(verify(good), Step.ENDORSEMENTS)).isInstanceOf(Finding.Passed.class);
      for (JsonObject bad : List.of(forged, ofAnother)) {
        Report report = verify(bad);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(finding(report, Step.ENDORSEMENTS)).isInstanceOf(Finding.Failed.class);
      }
    }

    @Test
    void one_in_a_token_is_read_too() {
      String token =
          new EnvelopeSigner(OTHER, DidKey.verificationMethod(OTHER.publicKey()))
              .openBadge(endorsement("https://issuer.example/a/1"));
      JsonObject achievement = achievement().with("endorsementJwt", JsonValue.from(List.of(token)));
      Report report = verify(signed(withAchievement(achievement), KEY));
      assertThat(finding(report, Step.ENDORSEMENTS)).isInstanceOf(Finding.Passed.class);
      assertThat(report.parts()).hasSize(1);
    }

    private static JsonObject withEndorsement(JsonObject endorsement) {
      JsonObject achievement =
          achievement().with("endorsement", new JsonArray(List.of(endorsement)));
      return signed(withAchievement(achievement), KEY);
    }

    private static JsonObject endorsement(String about) {
      return badge()
          .with("type", JsonValue.from(List.of("VerifiableCredential", "EndorsementCredential")))
          .with("issuer", JsonValue.of(DidKey.did(OTHER.publicKey())))
          .with(
              "credentialSubject",
              JsonValue.from(Map.of("id", about, "type", List.of("EndorsementSubject"))));
    }
  }

  @Nested
  @DisplayName("presentations")
  class Presentations {
    @Test
    void an_enveloped_badge_is_opened() {
      String token =
          new EnvelopeSigner(KEY, DidKey.verificationMethod(KEY.publicKey()))
              .credentialJwt(badge());
      JsonObject presentation = presentation(enveloped(token));
      assertThat(verify(presentation).verdict()).isEqualTo(Verdict.VALID);
      String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
      assertThat(verify(presentation(enveloped(forged))).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void what_the_holder_says_of_themselves_is_signed_with_the_presentation() {
      JsonObject own = badge().with("id", JsonValue.of("urn:uuid:1"));
      JsonObject presentation = presentation(own).with("holder", JsonValue.of(ISSUER));
      ProofOptions options =
          ProofOptions.authentication(
              Cryptosuite.EDDSA_RDFC_2022, method(KEY), Verdicts.NOW, "c", "d");
      Bytes input = bytes(DataIntegrity.sign(presentation, KEY, options));
      var asked = new Inquiry(Verdicts.NOW, KNOWN, null, "c", "d");
      var verifier = new Verifier(VerifierOptions.offline());
      assertThat(verifier.verify(input, asked).verdict()).isEqualTo(Verdict.VALID);
      assertThat(verify(presentation).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_badge_of_somebody_else_in_it_is_not_the_recipients() {
      Bytes input = bytes(presentation(signed(badge(), KEY)));
      var verifier = new Verifier(VerifierOptions.offline());
      var asked = Inquiry.at(Verdicts.NOW, KNOWN);
      assertThat(verifier.verify(input, asked.forRecipient("did:example:earner")).verdict())
          .isEqualTo(Verdict.VALID);
      assertThat(verifier.verify(input, asked.forRecipient("did:example:other")).verdict())
          .isEqualTo(Verdict.INVALID);
    }

    @Test
    void one_revoked_badge_among_good_ones_is_not_good() {
      JsonObject expired =
          signed(badge().with("validUntil", JsonValue.of("2026-06-01T00:00:00Z")), KEY);
      Report report = verify(presentation(signed(badge(), KEY), expired));
      assertThat(report.verdict()).isEqualTo(Verdict.EXPIRED);
    }

    private static JsonObject enveloped(String token) {
      return (JsonObject)
          JsonValue.from(
              Map.of(
                  "@context", "https://www.w3.org/ns/credentials/v2",
                  "id", "data:application/vc+jwt," + token,
                  "type", "EnvelopedVerifiableCredential"));
    }

    private static JsonObject presentation(JsonObject... inside) {
      return (JsonObject)
          JsonValue.from(
              Map.of(
                  "@context", List.of("https://www.w3.org/ns/credentials/v2"),
                  "type", List.of("VerifiablePresentation"),
                  "verifiableCredential", List.of(inside)));
    }
  }

  @Nested
  @DisplayName("addresses")
  class Addresses {
    private static final String URL = "https://issuer.example/badge";

    @Test
    void what_stands_there_is_judged_in_whatever_form() {
      Bytes address = Bytes.utf8(URL + "\n");
      Bytes badge = bytes(signed(badge(), KEY));
      Bytes png = SharedFiles.bytes("standards/own/baked/unbaked.png");
      Bytes baked = Baking.bakePng(png, BakedKind.OPEN_BADGE_3, badge.utf8());
      assertThat(Verdicts.online(address, KNOWN, Map.of(URL, badge)).verdict())
          .isEqualTo(Verdict.VALID);
      assertThat(Verdicts.online(address, KNOWN, Map.of(URL, baked)).verdict())
          .isEqualTo(Verdict.VALID);
      assertThat(Verdicts.online(address, KNOWN, Map.of(URL, address)).verdict())
          .isEqualTo(Verdict.UNCHECKED);
      assertThat(Verdicts.online(address, KNOWN, Map.of()).verdict()).isEqualTo(Verdict.UNCHECKED);
      assertThat(Verdicts.online(address, KNOWN, Map.of(URL, png)).verdict())
          .isEqualTo(Verdict.INVALID);
    }
  }

  @Test
  void nothing_is_thrown_whatever_comes_in() {
    var random = new Random(9);
    List<Bytes> seeds = new ArrayList<>();
    SharedFiles.files("standards/own", "").stream()
        .limit(60)
        .forEach(file -> seeds.add(SharedFiles.bytes(file)));
    var verifier = new Verifier(VerifierOptions.offline());
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size())).toArray();
      for (int n = random.nextInt(4) + 1; n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(verifier.verify(Bytes.wrap(bytes), Verdicts.NOW, KNOWN).findings()).isNotEmpty();
    }
  }

  private static JsonValue change(JsonValue value, Random random, int[] left) {
    return switch (value) {
      case JsonString s when left[0]-- == 0 -> JsonValue.of(s.value() + "x");
      case JsonObject o -> {
        JsonObject result = o;
        for (String name : List.copyOf(o.members().keySet())) {
          if (left[0]-- == 0) {
            yield result.without(name);
          }
          result = result.with(name, change(o.members().get(name), random, left));
        }
        yield result;
      }
      case JsonArray a ->
          new JsonArray(a.elements().stream().map(e -> change(e, random, left)).toList());
      default -> value;
    };
  }

  static JsonObject badge() {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
                          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "urn:uuid:3f081833-f18a-48ea-8b64-93471e6b76b9",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": "ISSUER", "name": "Cloud", "validFrom": "2026-01-15T09:30:00Z",
             "credentialSubject": {"id": "did:example:earner", "type": ["AchievementSubject"],
               "achievement": {"id": "https://issuer.example/a/1", "type": ["Achievement"],
                 "name": "Cloud", "description": "About clouds",
                 "criteria": {"narrative": "Pass."}}}}
            """
                .replace("ISSUER", ISSUER)));
  }

  private static JsonObject achievement() {
    return badge().object("credentialSubject").object("achievement");
  }

  private static JsonObject withAchievement(JsonObject achievement) {
    return badge()
        .with(
            "credentialSubject",
            badge().object("credentialSubject").with("achievement", achievement));
  }

  private static JsonObject signed(JsonObject document, KeyPair key) {
    return signed(document, key, Cryptosuite.EDDSA_RDFC_2022);
  }

  private static JsonObject signed(JsonObject document, KeyPair key, Cryptosuite suite) {
    return DataIntegrity.sign(
        document, key, ProofOptions.assertion(suite, method(key), Verdicts.NOW));
  }

  private static String method(KeyPair key) {
    return DidKey.verificationMethod(key.publicKey());
  }

  private static Report verify(JsonObject document) {
    return Verdicts.offline(bytes(document), KNOWN);
  }

  private static Report online(JsonObject document, Map<String, JsonObject> world) {
    Map<String, Bytes> served = new java.util.HashMap<>();
    world.forEach((url, body) -> served.put(url, bytes(body)));
    return Verdicts.online(bytes(document), KNOWN, served);
  }

  private static Bytes bytes(JsonObject document) {
    return Bytes.utf8(Json.write(document));
  }

  private static Finding finding(Report report, Step step) {
    return report.findings().stream().filter(f -> f.step() == step).findFirst().orElseThrow();
  }

  private static List<Reason> reasons(Report report) {
    return report.findings().stream()
        .filter(Finding.Failed.class::isInstance)
        .map(f -> ((Finding.Failed) f).reason())
        .toList();
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
