package org.insignia.openbadges.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.insignia.openbadges.jose.EnvelopeSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short seeded run of every fuzz target, from good inputs that are then spoilt. */
class FuzzTargetsTest {
  private static final int ROUNDS = 4_000;
  private static final KeyPair PAIR = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  private static final String METHOD = DidKey.verificationMethod(PAIR.publicKey());
  private static final EnvelopeSigner SIGNER = new EnvelopeSigner(PAIR, METHOD);

  record Target(String name, Consumer<byte[]> entry, List<Bytes> seeds) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Target> targets() {
    JsonObject badge = badge();
    List<JsonPointer> name = List.of(JsonPointer.parse("/name"));
    return Stream.of(
        new Target(
            "tokens",
            TokenFuzzer::fuzzerTestOneInput,
            List.of(
                Bytes.utf8(SIGNER.openBadge(badge)),
                Bytes.utf8(SIGNER.credentialSdJwt(badge, name, new SecureRandom())))),
        new Target("CBOR", CborFuzzer::fuzzerTestOneInput, List.of(SIGNER.credentialCose(badge))),
        new Target(
            "keys",
            KeyTextFuzzer::fuzzerTestOneInput,
            List.of(
                Bytes.utf8(METHOD),
                Bytes.utf8(PAIR.publicKey().multibase()),
                Bytes.utf8("did:web:issuer.example%3A8443:org:acme"))),
        new Target(
            "proofs",
            ProofFuzzer::fuzzerTestOneInput,
            List.of(signed(Cryptosuite.EDDSA_RDFC_2022), signed(Cryptosuite.EDDSA_JCS_2022))));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void a_spoilt_input_is_judged_or_refused(Target target) {
    var random = new Random(1_2026);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] input = spoilt(target.seeds().get(i % target.seeds().size()).toArray(), random);
      assertThatCode(() -> target.entry().accept(input))
          .as("input %s", HexFormat.of().formatHex(input))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] spoilt(byte[] good, Random random) {
    byte[] spoilt = good;
    for (int n = random.nextInt(4); n >= 0 && spoilt.length > 0; n--) {
      int at = random.nextInt(spoilt.length);
      switch (random.nextInt(5)) {
        case 0 -> spoilt[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> spoilt[at] = (byte) random.nextInt();
        case 2 -> spoilt = Arrays.copyOf(spoilt, at);
        case 3 -> {
          byte[] twice = Arrays.copyOf(spoilt, spoilt.length + at);
          System.arraycopy(spoilt, 0, twice, spoilt.length, at);
          spoilt = twice;
        }
        default -> {
          int length = Math.min(spoilt.length - at, random.nextInt(20));
          System.arraycopy(spoilt, at, spoilt, random.nextInt(spoilt.length - length + 1), length);
        }
      }
    }
    return spoilt;
  }

  private static Bytes signed(Cryptosuite suite) {
    ProofOptions options =
        ProofOptions.assertion(suite, METHOD, Instant.parse("2026-01-01T00:00:00Z"));
    return Bytes.utf8(Json.write(DataIntegrity.sign(badge(), PAIR, options)));
  }

  private static JsonObject badge() {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",
                         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"urn:uuid:1","type":["VerifiableCredential","OpenBadgeCredential"],
             "name":"Welding","issuer":{"id":"%s","type":["Profile"],"name":"Guild"},
             "validFrom":"2026-01-01T00:00:00Z",
             "credentialSubject":{"id":"did:example:a","type":["AchievementSubject"],
               "achievement":{"id":"urn:uuid:2","type":["Achievement"],"name":"Welding",
                 "description":"Welds.","criteria":{"narrative":"Weld."}}}}
            """
                .formatted(DidKey.did(PAIR.publicKey()))));
  }
}
