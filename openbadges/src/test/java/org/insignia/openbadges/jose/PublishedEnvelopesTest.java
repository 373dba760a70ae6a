package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.KnownKeys;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedEnvelopesTest {

  @ParameterizedTest
  @ValueSource(strings = {"minimal.RS256.jwt", "full.ES256.jwt"})
  void open_badges_signed_elsewhere_verify(String file) {
    String token = SharedFiles.bytes("standards/own/ob30-signed/" + file).utf8().strip();
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    Envelope envelope = EnvelopeCheck.at(now, new OfflineKeys()).jwt(token);
    assertThat(envelope.proof()).isInstanceOf(ProofResult.Valid.class);
    assertThat(envelope.document().members()).doesNotContainKeys("iss", "nbf", "exp");
  }

  /** Inputs of the W3C suite; what is not bad in its name is to verify. */
  @ParameterizedTest
  @MethodSource("suiteInputs")
  void inputs_of_the_vc_jose_cose_suite_are_judged_as_it_judges_them(Path file) {
    String name = file.getFileName().toString();
    String text = SharedFiles.bytes(file).utf8().strip();
    EnvelopeCheck check = EnvelopeCheck.atAnyTime(suiteKeys());
    Envelope envelope =
        name.contains("-cose-")
            ? check.cose(Bytes.wrap(Base64.getDecoder().decode(padded(text))))
            : text.contains("~") ? check.sdJwt(text) : check.jwt(text);
    assertThat(envelope.proof() instanceof ProofResult.Valid)
        .as("%s", envelope.proof())
        .isEqualTo(!name.contains("bad"));
  }

  static Stream<Path> suiteInputs() {
    return SharedFiles.files("standards/vc-jose-cose-inputs", ".txt").stream();
  }

  private static String padded(String base64) {
    return base64 + "=".repeat((4 - base64.length() % 4) % 4);
  }

  /** Every key of the suite, as if published by its only issuer under its kid. */
  private static KeyResolver suiteKeys() {
    List<VerificationKey> keys = new ArrayList<>();
    for (Path file : SharedFiles.files("standards/vc-jose-cose-inputs", ".json")) {
      if (!file.getFileName().toString().startsWith("vm-")) continue;
      JsonObject method = Json.parseObject(SharedFiles.bytes(file));
      JsonObject jwk = Objects.requireNonNull(method.object("publicKeyJwk"));
      String issuer = "https://example.issuer/vc-jose-cose";
      keys.add(
          new VerificationKey(
              issuer + "#" + jwk.string("kid"),
              issuer,
              Jwk.read(jwk),
              Set.of("assertionMethod", "authentication"),
              Evidence.DOCUMENT));
    }
    return new KnownKeys(keys.stream().distinct().toList(), new OfflineKeys());
  }
}
