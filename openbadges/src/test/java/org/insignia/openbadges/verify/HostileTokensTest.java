package org.insignia.openbadges.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Verdict;
import org.insignia.openbadges.shared.HostileFile;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTokensTest {
  private static final String ISSUER = "https://issuer.example";
  private static Map<String, Bytes> world = Map.of();
  private static Set<String> trusted = Set.of();

  /** The issuer publishes its two registered keys at its own address. */
  @BeforeAll
  static void publishKeys() {
    var keys = (JsonObject) Json.parse(SharedFiles.bytes("hostile/keys/jwt-issuer-keys.json"));
    JsonValue profile =
        JsonValue.from(
            Map.of(
                "id",
                ISSUER,
                "type",
                "Profile",
                "verificationMethod",
                java.util.List.of(method("#r1", keys, "rsa"), method("#e1", keys, "p256")),
                "assertionMethod",
                java.util.List.of(ISSUER + "#r1", ISSUER + "#e1")));
    world = Map.of(ISSUER, Bytes.utf8(Json.write(profile)));
    trusted = Set.of(ISSUER, Objects.requireNonNull(keys.object("ed25519")).string("did") + "");
  }

  private static Map<String, Object> method(String fragment, JsonObject keys, String kind) {
    JsonObject key = Objects.requireNonNull(keys.object(kind));
    return Map.of(
        "id",
        ISSUER + fragment,
        "type",
        "JsonWebKey",
        "controller",
        ISSUER,
        "publicKeyJwk",
        Objects.requireNonNull(key.object("jwk")));
  }

  static Stream<HostileFile> tokens() {
    return HostileFile.list("vc-jwt").stream().filter(file -> !file.expect().equals("n/a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void judges_each_hostile_token_as_expected(HostileFile file) {
    Report report = Verdicts.online(file.bytes(), trusted, world);
    switch (file.expect()) {
      // A good credential, to be refused only where it is shown as a pass to the API.
      case "reject-as-bearer" -> assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      case "accept-only-if-key-bound" -> assertThat(report.verdict()).isEqualTo(Verdict.VALID);
      default -> Verdicts.judge(file.expect(), report);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tokens")
  void without_the_issuers_keys_no_token_of_the_issuer_is_good(HostileFile file) {
    Report report = Verdicts.offline(file.bytes(), Set.of(ISSUER));
    assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
  }
}
