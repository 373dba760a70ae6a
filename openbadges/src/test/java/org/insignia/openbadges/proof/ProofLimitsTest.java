package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.key.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of what a proof may say, on both sides. */
class ProofLimitsTest {
  private static final KeyPair PAIR = KeyPair.ed25519(Bytes.wrap(new byte[32]));
  private static final String METHOD = DidKey.verificationMethod(PAIR.publicKey());
  private static final Instant NOW = Authenticity.NOW;

  @Test
  void sixteen_proofs_are_checked() {
    JsonObject proof = proof(signed(options()));
    List<ProofResult> results = check(withProofs(Collections.nCopies(16, proof)));
    assertThat(results).hasSize(16).allMatch(ProofResult.Valid.class::isInstance);
    assertThat(check(withProofs(Collections.nCopies(17, proof))))
        .containsExactly(
            new ProofResult.Invalid(
                "/proof", ProofProblem.TOO_MANY_PROOFS, "17 proofs, 16 are allowed"));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "60, true", "61, false"})
  void created_may_lie_a_minute_ahead(int seconds, boolean holds) {
    var options =
        ProofOptions.assertion(Cryptosuite.EDDSA_RDFC_2022, METHOD, NOW.plusSeconds(seconds));
    assertThat(holds(signed(options))).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, false", "1, true"})
  void a_proof_ends_with_the_moment_it_names(int seconds, boolean holds) {
    assertThat(holds(signed(options().withExpires(NOW.plusSeconds(seconds))))).isEqualTo(holds);
  }

  @Test
  void a_name_of_a_key_has_at_most_2048_characters() {
    JsonObject signed = signed(options());
    assertThat(problem(withMember(signed, "verificationMethod", text("urn:", 2_048))))
        .isNotEqualTo(ProofProblem.MALFORMED);
    assertThat(problem(withMember(signed, "verificationMethod", text("urn:", 2_049))))
        .isEqualTo(ProofProblem.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain", "challenge", "created", "expires"})
  void a_member_that_is_no_text_is_malformed_even_where_nobody_asks(String member) {
    assertThat(problem(withMember(signed(options()), member, JsonValue.of(7))))
        .isEqualTo(ProofProblem.MALFORMED);
  }

  @Test
  void the_oldest_suite_says_when_it_signed() {
    JsonObject signed = signed(options());
    JsonObject old =
        proof(signed)
            .without("cryptosuite")
            .without("created")
            .with("type", JsonValue.of("Ed25519Signature2020"));
    ProofResult result = check(signed.with("proof", old)).getFirst();
    assertThat(result)
        .isEqualTo(new ProofResult.Invalid("/proof", ProofProblem.MALFORMED, "created is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eddsa-2022", "Ed25519Signature2020", "eddsa-rdfc-2023", ""})
  void nothing_is_signed_any_more_with_a_suite_of_the_past(String id) {
    assertThat(Cryptosuite.ofId(id)).isEmpty();
  }

  @Test
  void a_later_proof_waits_for_the_key_of_an_earlier_one() {
    JsonObject first = signed(options().withId("urn:uuid:first"));
    KeyPair other = KeyPair.ed25519(filled());
    String otherMethod = DidKey.verificationMethod(other.publicKey());
    JsonObject chain =
        DataIntegrity.sign(
            first,
            other,
            ProofOptions.assertion(Cryptosuite.EDDSA_RDFC_2022, otherMethod, NOW)
                .withPreviousProof(List.of("urn:uuid:first")));
    KeyResolver keys =
        method ->
            method.equals(METHOD)
                ? new Resolution.Unavailable("no answer")
                : new OfflineKeys().resolve(method);
    assertThat(DataIntegrity.check(chain, keys, CheckOptions.assertion(NOW)))
        .containsExactly(
            new ProofResult.Unchecked("/proof/0", "no answer"),
            new ProofResult.Unchecked("/proof/1", "/proof/0: no answer"));
  }

  @Test
  void two_proofs_of_one_id_cannot_be_told_apart() {
    JsonObject first = proof(signed(options().withId("urn:uuid:first")));
    JsonObject twice = withProofs(List.of(first, first));
    var next = options().withPreviousProof(List.of("urn:uuid:first"));
    assertThatThrownBy(() -> DataIntegrity.sign(twice, PAIR, next))
        .hasMessageContaining("two proofs with the id urn:uuid:first");
  }

  @Test
  void sixteen_earlier_proofs_may_be_named() {
    assertThat(ProofSet.previousProof(naming(16))).hasSize(16);
    assertThatThrownBy(() -> ProofSet.previousProof(naming(17))).hasMessageContaining("17 ids");
  }

  @Test
  void what_was_wrong_is_said() {
    JsonObject signed =
        withMember(signed(options()), "proofPurpose", JsonValue.of("authentication"));
    assertThat(check(signed).getFirst())
        .isEqualTo(
            new ProofResult.Invalid(
                "/proof", ProofProblem.WRONG_PURPOSE, "not for assertionMethod"));
  }

  private static JsonObject naming(int ids) {
    var names = new ArrayList<JsonValue>();
    IntStream.range(0, ids).forEach(i -> names.add(JsonValue.of("urn:x:" + i)));
    return proof(signed(options())).with("previousProof", new JsonArray(names));
  }

  private static JsonValue text(String start, int length) {
    return JsonValue.of(start + "x".repeat(length - start.length()));
  }

  private static Bytes filled() {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) 3);
    return Bytes.wrap(bytes);
  }

  private static ProofOptions options() {
    return ProofOptions.assertion(
        Cryptosuite.EDDSA_RDFC_2022, METHOD, Instant.parse("2026-02-01T10:00:00Z"));
  }

  private static JsonObject signed(ProofOptions options) {
    return DataIntegrity.sign(Badges.rich(DidKey.did(PAIR.publicKey())), PAIR, options);
  }

  private static JsonObject proof(JsonObject signed) {
    return Objects.requireNonNull(signed.object("proof"));
  }

  private static JsonObject withProofs(List<? extends JsonValue> proofs) {
    return Badges.rich(DidKey.did(PAIR.publicKey()))
        .with("proof", new JsonArray(List.copyOf(proofs)));
  }

  private static JsonObject withMember(JsonObject signed, String member, JsonValue value) {
    return signed.with("proof", proof(signed).with(member, value));
  }

  private static List<ProofResult> check(JsonObject document) {
    return DataIntegrity.check(document, new OfflineKeys(), CheckOptions.assertion(NOW));
  }

  private static boolean holds(JsonObject document) {
    return check(document).getFirst() instanceof ProofResult.Valid;
  }

  private static ProofProblem problem(JsonObject document) {
    return check(document).getFirst() instanceof ProofResult.Invalid bad
        ? bad.problem()
        : ProofProblem.UNKNOWN_SUITE;
  }
}
