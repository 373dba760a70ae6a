package org.insignia.server.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A badge of a stranger, signed with a key of their own. */
@ServerTest
class VerificationModuleTest {
  @Autowired Settings settings;
  private Questions ask;

  @BeforeEach
  void open() {
    ask = new Questions(settings.baseUrl());
  }

  @Test
  void a_strangers_badge_has_a_good_signature_and_an_unknown_issuer() {
    var badge = signed("Kei Tanaka");
    var answer = ask.rest(badge.getBytes(StandardCharsets.UTF_8), "application/vc+ld+json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    var report = (JsonObject) Json.parse(answer.body());
    assertThat(report.string("verdict")).isEqualTo("unknown-issuer");
    assertThat(report.get("authentic")).isEqualTo(JsonValue.of(true));
    assertThat(report.list("findings")).hasSizeGreaterThan(8);

    var page = ask.pasted("\n  " + badge + "\n");
    assertThat(page.body())
        .contains("Valid signature but issuer not known here", "Kei Tanaka", "Whale watching")
        .contains("The signature is right: nothing was changed since.")
        .contains("The issuer is not known here.");
  }

  @Test
  void an_altered_badge_is_invalid_and_shows_what_it_claims_as_a_claim() {
    var page = ask.pasted(signed("Kei Tanaka").replace("Kei Tanaka", "Mallory"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Invalid", "The signature does not fit", "What it claims", "None of this is confirmed.")
        .doesNotContain("What it says");
  }

  @Test
  void an_address_without_a_badge_is_not_checked_and_not_valid() {
    for (var url :
        List.of(
            settings.url("/badges/00000000-0000-7000-8000-000000000000").toString(),
            "http://10.0.0.1/",
            "https://localhost:1/x")) {
      var report =
          (JsonObject)
              Json.parse(ask.rest(url.getBytes(StandardCharsets.UTF_8), "text/plain").body());
      assertThat(report.string("verdict")).as(url).isEqualTo("unchecked");
      var page = ask.get("/verify?url=" + java.net.URLEncoder.encode(url, StandardCharsets.UTF_8));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Could not be checked", "This does not mean that it is valid.");
    }
  }

  @Test
  void a_page_without_a_badge_is_not_checked_rather_than_invalid() {
    var url = settings.url("/verify").toString();
    var report =
        (JsonObject)
            Json.parse(ask.rest(url.getBytes(StandardCharsets.UTF_8), "text/plain").body());
    assertThat(report.string("verdict")).isEqualTo("unchecked");
  }

  @Test
  void an_empty_form_and_too_large_ones_say_what_to_do() {
    assertThat(ask.pasted("  ").statusCode()).isEqualTo(422);
    assertThat(ask.pasted("  ").body()).contains("There is nothing to verify yet.");
    assertThat(ask.file("big.json", new byte[2_200_000]).statusCode()).isEqualTo(422);
    assertThat(ask.file("big.json", new byte[5_000_000]).statusCode()).isEqualTo(413);
    assertThat(ask.rest(new byte[2_200_000], "application/json").statusCode()).isEqualTo(422);
    assertThat(ask.rest(new byte[0], "application/json").statusCode()).isEqualTo(422);
    assertThat(ask.rest(new byte[10], "multipart/form-data; boundary=x").statusCode())
        .isEqualTo(415);
  }

  @Test
  void the_page_needs_no_cookie_and_is_not_kept() {
    for (var answer : List.of(ask.get("/verify"), ask.pasted("x"), ask.get("/verify?lang=zh-CN"))) {
      assertThat(answer.headers().allValues("set-cookie")).isEmpty();
      assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'");
    }
    assertThat(ask.pasted("x").headers().firstValue("cache-control").orElse(""))
        .contains("no-store");
  }

  private static String signed(String earner) {
    var key = KeyPair.generateEd25519(new SecureRandom());
    var did = DidKey.did(key.publicKey());
    var credential =
        (JsonObject)
            JsonValue.from(
                Map.of(
                    "@context",
                    List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
                    "id",
                    "urn:uuid:3f0e6a0a-6f9e-4f0e-9c1e-000000000001",
                    "type",
                    List.of("VerifiableCredential", "OpenBadgeCredential"),
                    "name",
                    "Whale watching",
                    "issuer",
                    Map.of("id", did, "type", List.of("Profile"), "name", "Harbour School"),
                    "validFrom",
                    "2026-01-02T03:04:05Z",
                    "credentialSubject",
                    Map.of(
                        "type",
                        List.of("AchievementSubject"),
                        "identifier",
                        List.of(
                            Map.of(
                                "type",
                                "IdentityObject",
                                "hashed",
                                false,
                                "identityHash",
                                earner,
                                "identityType",
                                "name")),
                        "achievement",
                        Map.of(
                            "id", "urn:uuid:3f0e6a0a-6f9e-4f0e-9c1e-000000000002",
                            "type", List.of("Achievement"),
                            "name", "Whale watching",
                            "description", "Saw a whale and said which.",
                            "criteria", Map.of("narrative", "Named three whales.")))));
    return Json.write(
        DataIntegrity.sign(
            credential,
            key,
            ProofOptions.assertion(
                Cryptosuite.EDDSA_RDFC_2022,
                DidKey.verificationMethod(key.publicKey()),
                Instant.parse("2026-01-02T03:04:05Z"))));
  }
}
