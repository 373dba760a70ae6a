package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.key.VerificationKey.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataIntegrityTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant CREATED = Instant.parse("2026-02-01T10:00:00Z");
  private static final KeyPair PAIR = KeyPair.ed25519(Bytes.wrap(new byte[32]));

  record Signing(Cryptosuite suite, KeyPair pair) {
    JsonObject sign(JsonObject document) {
      return DataIntegrity.sign(document, pair, options());
    }

    ProofOptions options() {
      return ProofOptions.assertion(suite, DidKey.verificationMethod(pair.publicKey()), CREATED);
    }

    String did() {
      return DidKey.did(pair.publicKey());
    }
  }

  static Stream<Signing> signings() {
    return Stream.of(
        new Signing(Cryptosuite.EDDSA_RDFC_2022, KeyPair.generateEd25519(RANDOM)),
        new Signing(Cryptosuite.EDDSA_JCS_2022, KeyPair.generateEd25519(RANDOM)),
        new Signing(Cryptosuite.ECDSA_RDFC_2019, KeyPair.generateP256(RANDOM)),
        new Signing(Cryptosuite.ECDSA_RDFC_2019, KeyPair.generateP384(RANDOM)),
        new Signing(Cryptosuite.ECDSA_JCS_2019, KeyPair.generateP256(RANDOM)),
        new Signing(Cryptosuite.ECDSA_JCS_2019, KeyPair.generateP384(RANDOM)));
  }

  @ParameterizedTest
  @MethodSource("signings")
  void what_is_signed_verifies_and_the_key_is_the_issuers(Signing signing) {
    JsonObject signed = signing.sign(Badges.rich(signing.did()));
    ProofResult result = check(Json.parseObject(Bytes.utf8(Json.write(signed))));
    assertThat(result).isInstanceOf(ProofResult.Valid.class);
    VerificationKey key = ((ProofResult.Valid) result).key();
    assertThat(IssuerBinding.of(key, signing.did())).isInstanceOf(IssuerBinding.Bound.class);
    assertThat(IssuerBinding.of(key, "did:web:guild.example"))
        .isInstanceOf(IssuerBinding.Foreign.class);
  }

  @ParameterizedTest
  @MethodSource("signings")
  void the_same_document_is_signed_the_same_way_twice(Signing signing) {
    assertThat(signing.sign(Badges.rich("urn:x:1")))
        .isEqualTo(signing.sign(Badges.rich("urn:x:1")));
  }

  @ParameterizedTest
  @MethodSource("signings")
  void a_flipped_bit_in_the_text_never_verifies(Signing signing) {
    var seeded = new Random(4711);
    byte[] text = Bytes.utf8(Json.write(signing.sign(Badges.rich(signing.did())))).toArray();
    for (int i = 0; i < 400; i++) {
      byte[] mutated = text.clone();
      int bit = seeded.nextInt(mutated.length * 8);
      mutated[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifies(Bytes.wrap(mutated))).as("bit %s", bit).isFalse();
    }
  }

  private static boolean verifies(Bytes text) {
    try {
      List<ProofResult> results =
          DataIntegrity.check(
              Json.parseObject(text), new OfflineKeys(), CheckOptions.assertion(Authenticity.NOW));
      return results.stream().anyMatch(ProofResult.Valid.class::isInstance);
    } catch (MalformedCredential e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("signings")
  void a_document_changed_after_signing_does_not_verify(Signing signing) {
    JsonObject signed = signing.sign(Badges.rich(signing.did()));
    assertProblem(Badges.renamed(signed), ProofProblem.WRONG_SIGNATURE);
    assertProblem(signed.without("validUntil"), ProofProblem.WRONG_SIGNATURE);
    assertProblem(
        withProof(signed, "created", "2026-02-02T10:00:00Z"), ProofProblem.WRONG_SIGNATURE);
  }

  @Test
  void a_member_that_no_context_defines_is_neither_signed_nor_accepted() {
    JsonObject badge = Badges.rich("urn:x:1").with("gpa", JsonValue.of("4.0"));
    assertThatThrownBy(() -> DataIntegrity.sign(badge, PAIR, options()))
        .isInstanceOf(MalformedCredential.class)
        .hasMessageContaining("gpa");
    JsonObject signed = DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options());
    assertProblem(signed.with("gpa", JsonValue.of("4.0")), ProofProblem.NOT_FULLY_SIGNED);
  }

  @ParameterizedTest
  @CsvSource({
    "type, Ed25519Signature2018, UNKNOWN_SUITE",
    "type, DataIntegrityproof, UNKNOWN_SUITE",
    "cryptosuite, eddsa-rdfc-2023, UNKNOWN_SUITE",
    "cryptosuite, Ed25519Signature2020, UNKNOWN_SUITE",
    "cryptosuite, ecdsa-rdfc-2019, KEY_OF_OTHER_KIND",
    "cryptosuite, ecdsa-sd-2023, KEY_OF_OTHER_KIND",
    "proofPurpose, authentication, WRONG_PURPOSE",
    "proofPurpose, assertionmethod, WRONG_PURPOSE",
    "created, 2026-02-01, MALFORMED",
    "created, 2026-02-01T10:00:00, MALFORMED",
    "created, 2026-02-30T10:00:00Z, MALFORMED",
    "created, 2026-02-01t10:00:00z, MALFORMED",
    "created, 2126-02-01T10:00:00Z, CREATED_IN_FUTURE",
    "expires, 2026-02-01T10:00:01Z, EXPIRED",
    "expires, tomorrow, MALFORMED",
    "verificationMethod, key-1, MALFORMED",
    "verificationMethod, #key-1, MALFORMED",
    "verificationMethod, _:b0, MALFORMED",
    "verificationMethod, did:key:z6MkA#z6MkA, KEY_NOT_FOUND",
    "proofValue, '', MALFORMED",
    "proofValue, z, WRONG_SIGNATURE",
    "proofValue, zAAAA, WRONG_SIGNATURE",
    "proofValue, z0OIl, MALFORMED",
    "proofValue, mAAAA, MALFORMED",
    "proofValue, uAAAA, MALFORMED",
    "previousProof, urn:uuid:none, PREVIOUS_PROOF"
  })
  void a_proof_with_a_wrong_member_says_what_is_wrong(
      String member, String value, ProofProblem problem) {
    JsonObject signed = DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options());
    assertProblem(withProof(signed, member, value), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"type", "cryptosuite", "proofPurpose", "verificationMethod", "proofValue"})
  void a_proof_without_a_required_member_does_not_hold(String member) {
    JsonObject signed = DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options());
    JsonObject proof = Objects.requireNonNull(signed.object("proof"));
    assertThat(check(signed.with("proof", proof.without(member))))
        .isInstanceOf(ProofResult.Invalid.class);
    assertThat(check(signed.with("proof", proof.with(member, JsonValue.of(7)))))
        .isInstanceOf(ProofResult.Invalid.class);
  }

  @Test
  void a_proof_is_found_at_its_place_only() {
    assertThat(results(Badges.rich("urn:x:1"))).isEmpty();
    assertThat(results(Badges.rich("urn:x:1").with("proof", new JsonArray(List.of())))).isEmpty();
  }

  @Test
  void each_proof_of_a_set_is_judged_by_itself() {
    JsonObject set = Badges.rich("urn:x:1");
    for (Signing signing : signings().toList()) set = signing.sign(set);
    assertThat(results(set)).hasSize(6).allMatch(ProofResult.Valid.class::isInstance);
    JsonArray proofs = (JsonArray) Objects.requireNonNull(set.get("proof"));
    JsonObject broken = ((JsonObject) proofs.elements().get(2)).with("domain", JsonValue.of("x"));
    var elements = new java.util.ArrayList<>(proofs.elements());
    elements.set(2, broken);
    List<ProofResult> results = results(set.with("proof", new JsonArray(elements)));
    assertThat(results.stream().map(ProofResult.Valid.class::isInstance))
        .containsExactly(true, true, false, true, true, true);
    assertThat(results.get(2).pointer()).isEqualTo("/proof/2");
  }

  @Test
  void too_many_proofs_are_not_even_read() {
    JsonObject signed = DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options());
    JsonObject proof = Objects.requireNonNull(signed.object("proof"));
    var flood = new JsonArray(java.util.Collections.nCopies(17, proof));
    assertProblem(signed.with("proof", flood), ProofProblem.TOO_MANY_PROOFS);
  }

  @ParameterizedTest
  @MethodSource("signings")
  void a_later_proof_of_a_chain_covers_the_earlier_one(Signing signing) {
    JsonObject first =
        DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options().withId("urn:uuid:first"));
    JsonObject chain =
        DataIntegrity.sign(
            first, signing.pair(), signing.options().withPreviousProof(List.of("urn:uuid:first")));
    assertThat(results(chain)).hasSize(2).allMatch(ProofResult.Valid.class::isInstance);

    JsonArray proofs = (JsonArray) Objects.requireNonNull(chain.get("proof"));
    JsonObject alone = chain.with("proof", proofs.elements().get(1));
    assertProblem(alone, ProofProblem.PREVIOUS_PROOF);

    JsonObject other =
        DataIntegrity.sign(
            Badges.rich("urn:x:1"),
            PAIR,
            options().withId("urn:uuid:first").withExpires(Instant.parse("2040-01-01T00:00:00Z")));
    JsonObject exchanged =
        chain.with(
            "proof",
            new JsonArray(
                List.of(Objects.requireNonNull(other.get("proof")), proofs.elements().get(1))));
    List<ProofResult> results = results(exchanged);
    assertThat(results.get(0)).isInstanceOf(ProofResult.Valid.class);
    assertThat(results.get(1)).isInstanceOf(ProofResult.Invalid.class);
  }

  @Test
  void a_chain_that_bites_its_tail_is_refused() {
    JsonObject signed =
        DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options().withId("urn:uuid:a"));
    assertProblem(withProof(signed, "previousProof", "urn:uuid:a"), ProofProblem.PREVIOUS_PROOF);
    JsonObject proof = Objects.requireNonNull(signed.object("proof"));
    JsonObject a = proof.with("previousProof", JsonValue.of("urn:uuid:b"));
    JsonObject b =
        proof
            .with("id", JsonValue.of("urn:uuid:b"))
            .with("previousProof", JsonValue.of("urn:uuid:a"));
    assertThat(results(signed.with("proof", new JsonArray(List.of(a, b)))))
        .allMatch(ProofResult.Invalid.class::isInstance);
  }

  @Test
  void a_chain_cannot_be_made_upon_a_proof_that_is_not_there() {
    assertThatThrownBy(() ->
            DataIntegrity.sign(
                Badges.rich("urn:x:1"), PAIR, options().withPreviousProof(List.of("urn:y"))))
        .isInstanceOf(MalformedCredential.class);
  }

  @Test
  void a_key_of_another_kind_cannot_sign() {
    KeyPair p256 = KeyPair.generateP256(RANDOM);
    assertThatThrownBy(() -> DataIntegrity.sign(Badges.rich("urn:x:1"), p256, options()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_published_for_other_purposes_does_not_count() {
    assertThat(checkWith(keyFor(Set.of("authentication"))))
        .isInstanceOfSatisfying(
            ProofResult.Invalid.class,
            r -> assertThat(r.problem()).isEqualTo(ProofProblem.KEY_NOT_FOR_PURPOSE));
    assertThat(checkWith(keyFor(Set.of("assertionMethod")))).isInstanceOf(ProofResult.Valid.class);
  }

  @Test
  void a_key_that_cannot_be_fetched_leaves_the_proof_open() {
    assertThat(checkWith(method -> new Resolution.Unavailable("no answer")))
        .isEqualTo(new ProofResult.Unchecked("/proof", "no answer"));
  }

  @Test
  void a_jcs_proof_names_the_contexts_that_the_document_starts_with() {
    Signing signing = new Signing(Cryptosuite.EDDSA_JCS_2022, PAIR);
    JsonObject signed = signing.sign(Badges.rich("urn:x:1"));
    JsonArray context = (JsonArray) Objects.requireNonNull(signed.get("@context"));
    JsonObject swapped = signed.with("@context", new JsonArray(context.elements().reversed()));
    assertProblem(swapped, ProofProblem.CONTEXT_DIFFERS);
    assertProblem(
        signed.with("@context", context.elements().getFirst()), ProofProblem.CONTEXT_DIFFERS);
  }

  private static KeyResolver keyFor(Set<String> purposes) {
    return method ->
        new Resolution.Found(
            new VerificationKey(method, "urn:x:1", PAIR.publicKey(), purposes, Evidence.DOCUMENT));
  }

  private static ProofResult checkWith(KeyResolver keys) {
    JsonObject signed = DataIntegrity.sign(Badges.rich("urn:x:1"), PAIR, options());
    return DataIntegrity.check(signed, keys, CheckOptions.assertion(Authenticity.NOW)).getFirst();
  }

  private static ProofOptions options() {
    return ProofOptions.assertion(
        Cryptosuite.EDDSA_RDFC_2022, DidKey.verificationMethod(PAIR.publicKey()), CREATED);
  }

  private static JsonObject withProof(JsonObject signed, String member, String value) {
    JsonObject proof = Objects.requireNonNull(signed.object("proof"));
    return signed.with("proof", proof.with(member, JsonValue.of(value)));
  }

  private static void assertProblem(JsonObject document, ProofProblem problem) {
    assertThat(check(document))
        .isInstanceOfSatisfying(
            ProofResult.Invalid.class, r -> assertThat(r.problem()).isEqualTo(problem));
  }

  private static ProofResult check(JsonObject document) {
    return results(document).getFirst();
  }

  private static List<ProofResult> results(JsonObject document) {
    return DataIntegrity.check(
        document, new OfflineKeys(), CheckOptions.assertion(Authenticity.NOW));
  }
}
