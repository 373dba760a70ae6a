package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCredentialsTest {
  private static final String ISSUER = "did:key:z6MkewWiodnep3Ci8azQUE3wxVZAKm4JcedANtKeZy2EyYsW";
  private static final String LIST = "https://issuer.example/status/1";

  @Nested
  @DisplayName("signed with other libraries")
  class Own {
    static Stream<String> names() {
      return expected("standards/own/EXPECTED.json").members().keySet().stream()
          .filter(name -> name.contains("signed/"))
          .filter(name -> !name.startsWith("vp-")); // needs its challenge: see below
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_the_verdict_written_beside_it(String name) {
      JsonObject expected = object(expected("standards/own/EXPECTED.json").get(name));
      Bytes list = SharedFiles.bytes("standards/own/status-list/list-1.signed.json");
      Report report =
          Verdicts.online(
              SharedFiles.bytes("standards/own/" + name), trustedFor(name), Map.of(LIST, list));
      String proof = expected.string("proof");
      String status = expected.string("status") + "";
      if (!"valid".equals(proof)) {
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.authentic()).isFalse();
      } else if (name.endsWith(".jwt")) {
        // The key stands in the token alone: nothing of the issuer's says that it is theirs.
        assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(report.authentic()).isNull();
      } else if (name.contains("expired")) {
        assertThat(report.verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(report.authentic()).isTrue();
      } else if (status.startsWith("revoked") || name.contains("/status.")) {
        assertThat(report.verdict()).isEqualTo(Verdict.REVOKED);
      } else {
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.VALID);
        assertThat(report.conformant()).isTrue();
      }
    }

    private static Set<String> trustedFor(String name) {
      JsonValue document = name.endsWith(".jwt") ? null : json("standards/own/" + name);
      String issuer = document == null ? null : Examination.id(object(document).get("issuer"));
      var trusted = new java.util.HashSet<>(Set.of(ISSUER));
      if (issuer != null) {
        trusted.add(issuer);
      }
      return trusted;
    }

    @Test
    void nobody_is_trusted_by_default() {
      Report report =
          Verdicts.offline(
              SharedFiles.bytes("standards/own/ob30-signed/full.eddsa-rdfc-2022.json"), Set.of());
      assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
      assertThat(report.authentic()).isTrue();
    }

    @Test
    void a_presentation_answers_its_challenge_and_no_other() {
      Bytes input = SharedFiles.bytes("standards/own/vp-signed/one-credential.json");
      var verifier = new Verifier(VerifierOptions.offline());
      var right = new Inquiry(Verdicts.NOW, Set.of(ISSUER), null, "c-123", "verifier.example");
      var wrong = new Inquiry(Verdicts.NOW, Set.of(ISSUER), null, "c-124", "verifier.example");
      assertThat(verifier.verify(input, right).verdict()).isEqualTo(Verdict.VALID);
      assertThat(verifier.verify(input, right).kind()).isEqualTo(CredentialKind.PRESENTATION);
      assertThat(verifier.verify(input, wrong).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_transcript_reports_each_credential_in_it() {
      Report report =
          Verdicts.offline(
              SharedFiles.bytes("standards/own/clr20-signed/transcript-1.eddsa-rdfc-2022.json"),
              Set.of(ISSUER));
      assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      assertThat(report.parts()).isNotEmpty().allMatch(p -> p.report().verdict() == Verdict.VALID);
    }

    @Test
    void without_the_list_a_revocable_badge_is_not_checked() {
      Report report =
          Verdicts.offline(
              SharedFiles.bytes("standards/own/ob30-signed/status.eddsa-rdfc-2022.json"),
              Set.of(ISSUER));
      assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
      assertThat(report.authentic()).isTrue();
    }
  }

  @Nested
  @DisplayName("fixtures of the Digital Credentials Consortium")
  class Dcc {
    static Stream<Path> files() {
      return SharedFiles.files("standards/dcc-fixtures/verifiableCredentials", ".json").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void has_the_verdict_written_beside_it(Path file) {
      String name = file.toString().replaceFirst(".*dcc-fixtures/", "");
      JsonObject expected =
          object(object(expected("standards/dcc-fixtures/EXPECTED.json").get("files")).get(name));
      Map<String, Bytes> world =
          Map.of(
              "https://digitalcredentials.github.io/vc-test-fixtures/statusLists/didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj",
              SharedFiles.bytes(
                  "standards/dcc-fixtures/statusLists/didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj"),
              "https://digitalcredentials.github.io/vc-test-fixtures/dids/oidf/did.json",
              SharedFiles.bytes("standards/dcc-fixtures/dids/oidf/did.json"),
              "https://digitalcredentials.github.io/vc-test-fixtures/dids/legacy/did.json",
              SharedFiles.bytes("standards/dcc-fixtures/dids/legacy/did.json"));
      Report report = Verdicts.online(SharedFiles.bytes(file), Set.of(), world);
      if (name.contains("oldDCCExample")) {
        // Its context is at a private address and known to nobody: the reference fails too.
        assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
        return;
      }
      boolean valid =
          expected.list("proofs").stream()
              .allMatch(p -> object(p).get("valid") instanceof JsonBoolean b && b.value());
      assertThat(report.authentic()).as(name + report.findings()).isEqualTo(valid);
      assertThat(report.verdict()).as(name + report.findings()).isEqualTo(verdict(name));
    }

    private static Verdict verdict(String name) {
      if (name.contains("revokedSta")) { // a set bit counts even in a list that is too short
        return Verdict.REVOKED;
      }
      if (name.contains("validStatus")) {
        return Verdict.UNCHECKED; // the list has 100,000 bits: too short to clear anybody
      }
      return name.contains("-expired") ? Verdict.EXPIRED : Verdict.UNKNOWN_ISSUER;
    }
  }

  static JsonObject expected(String name) {
    return object(json(name));
  }

  static JsonValue json(String name) {
    return Json.parse(SharedFiles.bytes(name));
  }

  static JsonObject object(@org.jspecify.annotations.Nullable JsonValue value) {
    return (JsonObject) java.util.Objects.requireNonNull(value);
  }
}
