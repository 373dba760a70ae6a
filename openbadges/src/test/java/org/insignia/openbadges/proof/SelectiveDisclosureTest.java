package org.insignia.openbadges.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.rdf.Contexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectiveDisclosureTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final KeyPair PAIR = KeyPair.generateP256(RANDOM);
  private static final JsonObject BADGE = Badges.rich(DidKey.did(PAIR.publicKey()));
  private static final JsonObject SIGNED = SelectiveDisclosure.sign(BADGE, PAIR, options(), RANDOM);

  @Test
  void verifiers_refuse_the_proof_that_is_for_the_holder() {
    assertThat(check(SIGNED))
        .isInstanceOfSatisfying(
            ProofResult.Invalid.class,
            r -> assertThat(r.problem()).isEqualTo(ProofProblem.BASE_PROOF));
  }

  @Test
  void the_end_the_status_and_the_issuer_are_always_shown() {
    JsonObject derived = derive(List.of());
    assertThat(derived.members())
        .containsOnlyKeys(
            "@context",
            "id",
            "type",
            "issuer",
            "validFrom",
            "validUntil",
            "credentialStatus",
            "proof");
    assertThat(check(derived)).isInstanceOf(ProofResult.Valid.class);
    assertThat(check(derived.without("validUntil"))).isInstanceOf(ProofResult.Invalid.class);
    assertThat(check(derived.without("credentialStatus"))).isInstanceOf(ProofResult.Invalid.class);
  }

  @Test
  void whatever_the_holder_chooses_verifies_and_nothing_else_is_shown() {
    List<String> all = new ArrayList<>();
    pointers(BADGE.without("@context"), "", all);
    var seeded = new Random(3);
    for (int i = 0; i < 60; i++) {
      List<String> chosen = new ArrayList<>();
      for (int n = seeded.nextInt(5); n >= 0; n--) chosen.add(all.get(seeded.nextInt(all.size())));
      JsonObject derived = derive(chosen);
      assertThat(check(derived)).as("%s", chosen).isInstanceOf(ProofResult.Valid.class);
      for (String pointer : chosen) {
        if (pointer.matches(".*/[0-9]+(/.*)?")) continue; // Elements move up in the part.
        assertThat(JsonPointer.parse(pointer).in(derived)).as(pointer).isNotNull();
      }
    }
  }

  @Test
  void an_ordered_list_is_shown_as_a_whole_or_not_at_all() {
    String list = "/credentialSubject/achievement/resultDescription/1/allowedValue";
    JsonObject derived = derive(List.of(list));
    assertThat(check(derived)).isInstanceOf(ProofResult.Valid.class);
    assertThat(Json.write(derived)).contains("[\"A\",\"B\",\"C\",\"C\"]");
    assertThatThrownBy(() -> derive(List.of(list + "/1"))).isInstanceOf(MalformedCredential.class);
  }

  @Test
  void a_flipped_bit_in_the_text_never_verifies() {
    var seeded = new Random(5);
    byte[] text = Bytes.utf8(Json.write(derive(List.of("/credentialSubject/result/0")))).toArray();
    for (int i = 0; i < 300; i++) {
      byte[] mutated = text.clone();
      int bit = seeded.nextInt(mutated.length * 8);
      mutated[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifies(Bytes.wrap(mutated))).as("bit %s", bit).isFalse();
    }
  }

  @Test
  void statements_of_two_parts_cannot_be_mixed() {
    JsonObject one = derive(List.of("/credentialSubject/result/0"));
    JsonObject two = derive(List.of("/credentialSubject/result/1"));
    JsonObject mixed = one.with("proof", Objects.requireNonNull(two.get("proof")));
    assertThat(check(mixed)).isInstanceOf(ProofResult.Invalid.class);
  }

  @Test
  void two_base_proofs_of_one_badge_have_nothing_in_common() {
    SelectiveValue.Base once = value(SelectiveDisclosure.sign(BADGE, PAIR, options(), RANDOM));
    SelectiveValue.Base again = value(SelectiveDisclosure.sign(BADGE, PAIR, options(), RANDOM));
    assertThat(again.documentKey()).isNotEqualTo(once.documentKey());
    assertThat(again.hmacKey()).isNotEqualTo(once.hmacKey());
  }

  @Test
  void every_node_has_one_blind_name_and_no_name_is_left_over() {
    JsonObject derived = derive(List.of("/credentialSubject/result/0"));
    var value = (SelectiveValue.Derived) SelectiveValue.read(Multibase.decode(valueText(derived)));
    assertThat(check(with(derived, value, value.labels()))).isInstanceOf(ProofResult.Valid.class);
    var more = new LinkedHashMap<>(value.labels());
    more.put(more.size(), Bytes.wrap(new byte[32]));
    assertThat(check(with(derived, value, more))).isInstanceOf(ProofResult.Invalid.class);
    var twice = new LinkedHashMap<>(value.labels());
    twice.put(0, Objects.requireNonNull(twice.get(1)));
    assertThat(check(with(derived, value, twice))).isInstanceOf(ProofResult.Invalid.class);
    var other = new LinkedHashMap<>(value.labels());
    other.put(999_999, Objects.requireNonNull(other.remove(0)));
    assertThat(check(with(derived, value, other))).isInstanceOf(ProofResult.Invalid.class);
  }

  @Test
  void an_index_beyond_any_document_is_malformed() {
    JsonObject derived = derive(List.of("/credentialSubject/result/0"));
    var value = (SelectiveValue.Derived) SelectiveValue.read(Multibase.decode(valueText(derived)));
    var beyond = new LinkedHashMap<>(value.labels());
    beyond.put(1_000_000, Objects.requireNonNull(beyond.remove(0)));
    assertThat(check(with(derived, value, beyond)))
        .isInstanceOfSatisfying(
            ProofResult.Invalid.class,
            r -> assertThat(r.problem()).isEqualTo(ProofProblem.MALFORMED));
  }

  private static JsonObject with(
      JsonObject derived, SelectiveValue.Derived value, SequencedMap<Integer, Bytes> labels) {
    var changed =
        new SelectiveValue.Derived(
            value.baseSignature(),
            value.documentKey(),
            value.signatures(),
            labels,
            value.mandatoryIndexes());
    JsonObject proof = Objects.requireNonNull(derived.object("proof"));
    return derived.with("proof", proof.with("proofValue", JsonValue.of(changed.encode())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/credentialSubject/result/7", "/name/x", "name", "/~2"})
  void a_pointer_to_nothing_is_refused(String pointer) {
    assertThatThrownBy(() -> derive(List.of(pointer))).isInstanceOf(MalformedCredential.class);
    ProofOptions options = options().withMandatoryPointers(List.of(pointer));
    assertThatThrownBy(() -> SelectiveDisclosure.sign(BADGE, PAIR, options, RANDOM))
        .isInstanceOf(MalformedCredential.class);
  }

  @Test
  void proof_values_that_are_no_such_cbor_are_malformed_and_nothing_else() {
    var seeded = new Random(6);
    byte[] value = Multibase.decode(valueText(derive(List.of()))).toArray();
    for (int i = 0; i < 3_000; i++) {
      byte[] mutated = java.util.Arrays.copyOf(value, seeded.nextInt(value.length) + 1);
      mutated[seeded.nextInt(Math.min(mutated.length, 200))] = (byte) seeded.nextInt();
      if (java.util.Arrays.equals(mutated, value)) continue;
      try {
        SelectiveValue.read(Bytes.wrap(mutated));
      } catch (MalformedCredential e) {
        continue;
      }
      JsonObject derived = derive(List.of());
      JsonObject proof = Objects.requireNonNull(derived.object("proof"));
      String text = Multibase.base64url(Bytes.wrap(mutated));
      assertThat(check(derived.with("proof", proof.with("proofValue", JsonValue.of(text)))))
          .isInstanceOf(ProofResult.Invalid.class);
    }
  }

  private static void pointers(JsonValue value, String at, List<String> all) {
    switch (value) {
      case JsonObject object ->
          object
              .members()
              .forEach((name, member) -> {
                all.add(at + "/" + name);
                pointers(member, at + "/" + name, all);
              });
      case JsonArray array -> {
        if (at.endsWith("allowedValue")) return; // An ordered list has a test of its own.
        for (int i = 0; i < array.elements().size(); i++) {
          all.add(at + "/" + i);
          pointers(array.elements().get(i), at + "/" + i, all);
        }
      }
      default -> {}
    }
  }

  private static boolean verifies(Bytes text) {
    try {
      return DataIntegrity.check(
              Json.parseObject(text), new OfflineKeys(), CheckOptions.assertion(Authenticity.NOW))
          .stream()
          .anyMatch(ProofResult.Valid.class::isInstance);
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static SelectiveValue.Base value(JsonObject document) {
    return (SelectiveValue.Base) SelectiveValue.read(Multibase.decode(valueText(document)));
  }

  private static String valueText(JsonObject document) {
    JsonObject proof = Objects.requireNonNull(document.object("proof"));
    return Objects.requireNonNull(proof.string("proofValue"));
  }

  private static JsonObject derive(List<String> pointers) {
    return SelectiveDisclosure.derive(SIGNED, pointers, Contexts.bundled());
  }

  private static ProofResult check(JsonObject document) {
    return DataIntegrity.check(
            document, new OfflineKeys(), CheckOptions.assertion(Authenticity.NOW))
        .getFirst();
  }

  private static ProofOptions options() {
    return ProofOptions.assertion(
        Cryptosuite.ECDSA_SD_2023,
        DidKey.verificationMethod(PAIR.publicKey()),
        Instant.parse("2026-02-01T10:00:00Z"));
  }
}
