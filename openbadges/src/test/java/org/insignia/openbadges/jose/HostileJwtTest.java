package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentKeys;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.KnownKeys;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.IssuerBinding;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.shared.HostileFile;
import org.insignia.openbadges.shared.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileJwtTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final String ISSUER = "https://issuer.example";

  /** Tokens whose signature and claims are right. */
  private static final Set<String> AUTHENTIC =
      Set.of(
          "ok-eddsa-didkey.jwt",
          "ok-rs256-kid.jwt",
          "ok-es256-kid.jwt",
          "ok-attacker-own.jwt",
          "jwk-header-registered.jwt",
          // A good credential; the hostile part is to send it where a bearer token belongs.
          "credential-as-bearer.jwt");

  private final List<URI> asked = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("files")
  void only_what_its_issuer_signed_is_authentic(HostileFile file) {
    boolean authentic = authentic(file.bytes().utf8());
    assertThat(asked).isEmpty();
    assertThat(authentic).isEqualTo(AUTHENTIC.contains(file.name()));
  }

  private boolean authentic(String token) {
    try {
      Envelope envelope = EnvelopeCheck.at(NOW, keys()).jwt(token);
      JsonObject issuer = envelope.document().object("issuer");
      return envelope.proof() instanceof ProofResult.Valid valid
          && issuer != null
          && IssuerBinding.of(valid.key(), Objects.requireNonNull(issuer.string("id")))
              instanceof IssuerBinding.Bound;
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private KeyResolver keys() {
    JsonObject keys = Json.parseObject(SharedFiles.bytes("hostile/keys/jwt-issuer-keys.json"));
    return new KnownKeys(
        List.of(known(keys, "rsa", "r1"), known(keys, "p256", "e1")), new DocumentKeys(this::load));
  }

  private static VerificationKey known(JsonObject keys, String name, String kid) {
    JsonObject jwk =
        Objects.requireNonNull(Objects.requireNonNull(keys.object(name)).object("jwk"));
    return new VerificationKey(
        ISSUER + "#" + kid, ISSUER, Jwk.read(jwk), Set.of("assertionMethod"), Evidence.DOCUMENT);
  }

  private Loaded load(URI url) {
    asked.add(url);
    return new Loaded.Unavailable("no network in tests");
  }

  static Stream<HostileFile> files() {
    return HostileFile.list("vc-jwt").stream().filter(f -> f.area().equals("vc-jwt"));
  }
}
