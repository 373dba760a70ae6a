package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidJwk;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final EnvelopeCheck CHECK = EnvelopeCheck.at(NOW, new OfflineKeys());

  static Stream<KeyPair> pairs() {
    return Stream.of(
        KeyPair.generateEd25519(RANDOM),
        KeyPair.generateP256(RANDOM),
        KeyPair.generateP384(RANDOM),
        KeyPair.generateP521(RANDOM),
        KeyPair.generateRsa(RANDOM));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void what_is_put_into_an_envelope_comes_out_of_it(KeyPair pair) {
    EnvelopeSigner signer = signer(pair);
    JsonObject credential = credential(pair);
    for (Envelope opened :
        List.of(
            CHECK.jwt(signer.openBadge(credential)),
            CHECK.jwt(signer.credentialJwt(credential)),
            CHECK.sdJwt(signer.credentialSdJwt(credential, List.of(), RANDOM)),
            CHECK.sdJwt(
                signer.credentialSdJwt(
                    credential, List.of(JsonPointer.parse("/credentialSubject/name")), RANDOM)),
            CHECK.cose(signer.credentialCose(credential)))) {
      assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
      assertThat(opened.document().members()).isEqualTo(credential.members());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void presentations_come_out_too(KeyPair pair) {
    EnvelopeSigner signer = signer(pair);
    JsonObject presentation =
        Json.parseObject(
            Bytes.utf8(
                """
                {"@context":["https://www.w3.org/ns/credentials/v2"],
                 "type":["VerifiablePresentation"],"holder":"%s"}
                """
                    .formatted(DidJwk.did(pair.publicKey()))));
    for (Envelope opened :
        List.of(
            CHECK.jwt(signer.presentationJwt(presentation)),
            CHECK.sdJwt(signer.presentationSdJwt(presentation, List.of(), RANDOM)),
            CHECK.cose(signer.presentationCose(presentation)))) {
      assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
      assertThat(opened.document()).isEqualTo(presentation);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_flipped_bit_never_verifies(KeyPair pair) {
    var seeded = new Random(20261121);
    EnvelopeSigner signer = signer(pair);
    byte[] jwt =
        signer.openBadge(credential(pair)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] cose = signer.credentialCose(credential(pair)).toArray();
    for (int i = 0; i < 300; i++) {
      assertThat(valid(() -> CHECK.jwt(Bytes.wrap(flipped(jwt, seeded)).utf8()))).isFalse();
      assertThat(valid(() -> CHECK.cose(Bytes.wrap(flipped(cose, seeded))))).isFalse();
    }
  }

  @Test
  void a_holder_may_keep_claims_back() {
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    String text =
        signer(pair)
            .credentialSdJwt(
                credential(pair),
                List.of(
                    JsonPointer.parse("/credentialSubject/name"),
                    JsonPointer.parse("/credentialSubject/skills/1"),
                    JsonPointer.parse("/credentialSubject")),
                RANDOM);
    List<String> parts = Arrays.asList(text.split("~"));
    assertThat(parts).hasSize(4);
    JsonObject least = document(parts.getFirst() + "~");
    assertThat(least.get("credentialSubject")).isNull();
    JsonObject all = document(text);
    assertThat(all.object("credentialSubject"))
        .isEqualTo(credential(pair).object("credentialSubject"));
    // The subject alone, without what is concealed inside it.
    JsonObject subject = document(parts.getFirst() + "~" + parts.getLast() + "~");
    assertThat(Objects.requireNonNull(subject.object("credentialSubject")).members())
        .containsOnlyKeys("id", "skills");
    assertThat(Objects.requireNonNull(subject.object("credentialSubject")).list("skills"))
        .containsExactly(JsonValue.of("one"), JsonValue.of("three"));
  }

  @Test
  void disclosures_that_were_not_signed_are_refused() {
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    String text =
        signer(pair)
            .credentialSdJwt(
                credential(pair), List.of(JsonPointer.parse("/credentialSubject/name")), RANDOM);
    String forged = Disclosure.of(Bytes.wrap(new byte[16]), "admin", JsonValue.of(true)).text();
    assertThatThrownBy(() -> CHECK.sdJwt(text + forged + "~"))
        .isInstanceOf(MalformedCredential.class);
    String twice = text + text.split("~")[1] + "~";
    assertThatThrownBy(() -> CHECK.sdJwt(twice)).isInstanceOf(MalformedCredential.class);
    assertThatThrownBy(() -> CHECK.sdJwt(text + "a.b.c")).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void what_ends_or_revokes_a_credential_cannot_be_left_to_the_holder() {
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    for (String pointer : List.of("/validUntil", "/credentialStatus", "/type/0", "", "/nothing")) {
      JsonObject credential =
          credential(pair).with("credentialStatus", JsonValue.from(List.of("x")));
      assertThatThrownBy(() ->
              signer(pair).credentialSdJwt(credential, List.of(JsonPointer.parse(pointer)), RANDOM))
          .isInstanceOf(MalformedCredential.class);
    }
  }

  @Test
  void a_key_in_the_header_is_only_a_claim() {
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    JsonObject credential = credential(pair).with("issuer", JsonValue.of("https://issuer.example"));
    String token = new EnvelopeSigner(pair, null).openBadge(credential);
    assertThat(CHECK.jwt(token).proof())
        .isInstanceOfSatisfying(
            ProofResult.Valid.class,
            valid -> assertThat(valid.key().evidence()).isEqualTo(Evidence.CLAIM));
  }

  @Test
  void the_algorithm_is_fixed_by_the_key() {
    KeyPair pair = KeyPair.generateP256(RANDOM);
    KeyPair other = KeyPair.generateEd25519(RANDOM);
    String token =
        new EnvelopeSigner(other, DidJwk.did(pair.publicKey()) + "#0").openBadge(credential(pair));
    assertThat(CHECK.jwt(token).proof())
        .isInstanceOfSatisfying(
            ProofResult.Invalid.class,
            invalid -> assertThat(invalid.problem()).isEqualTo(ProofProblem.KEY_OF_OTHER_KIND));
  }

  @Test
  void whatever_is_read_only_a_malformed_credential_is_thrown() {
    var seeded = new Random(99);
    KeyPair pair = KeyPair.generateEd25519(RANDOM);
    String sd =
        signer(pair)
            .credentialSdJwt(
                credential(pair), List.of(JsonPointer.parse("/credentialSubject/name")), RANDOM);
    byte[] text = sd.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    // what the holder may send as well: nothing disclosed. A mutation may hit exactly that.
    List<String> genuine = List.of(sd, sd.substring(0, sd.indexOf('~') + 1));
    byte[] cose = signer(pair).credentialCose(credential(pair)).toArray();
    for (int i = 0; i < 5_000; i++) {
      byte[] mutated = Arrays.copyOf(text, seeded.nextInt(text.length) + 1);
      mutated[seeded.nextInt(mutated.length)] = (byte) ".~Aa0_-= {".charAt(seeded.nextInt(10));
      String hostile = Bytes.wrap(mutated).utf8();
      assertThat(valid(() -> CHECK.sdJwt(hostile)) && !genuine.contains(hostile))
          .as(hostile)
          .isFalse();
      assertThat(valid(() -> CHECK.jwt(hostile))).as(hostile).isFalse();
      byte[] mutatedCose = flipped(cose, seeded);
      mutatedCose[seeded.nextInt(60)] = (byte) seeded.nextInt();
      if (!Arrays.equals(mutatedCose, cose)) {
        assertThat(valid(() -> CHECK.cose(Bytes.wrap(mutatedCose)))).isFalse();
      }
    }
  }

  private static JsonObject document(String sdJwt) {
    Envelope envelope = CHECK.sdJwt(sdJwt);
    assertThat(envelope.proof()).isInstanceOf(ProofResult.Valid.class);
    return envelope.document();
  }

  private static boolean valid(java.util.function.Supplier<Envelope> check) {
    try {
      return check.get().proof() instanceof ProofResult.Valid;
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static byte[] flipped(byte[] bytes, Random seeded) {
    byte[] copy = bytes.clone();
    int bit = seeded.nextInt(copy.length * 8);
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }

  private static EnvelopeSigner signer(KeyPair pair) {
    return new EnvelopeSigner(pair, DidJwk.did(pair.publicKey()) + "#0");
  }

  private static JsonObject credential(KeyPair pair) {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:uuid:1",
             "type":["VerifiableCredential"],"issuer":{"id":"%s"},
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2030-01-01T00:00:00Z",
             "credentialSubject":{"id":"did:example:a","name":"Jo","skills":["one","two","three"]}}
            """
                .formatted(DidJwk.did(pair.publicKey()))));
  }
}
