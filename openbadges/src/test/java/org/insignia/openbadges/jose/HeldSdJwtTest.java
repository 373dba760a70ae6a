package org.insignia.openbadges.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofResult;
import org.junit.jupiter.api.Test;

/** A holder shows one verifier this and another that. */
class HeldSdJwtTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final KeyPair ISSUER = KeyPair.generateEd25519(RANDOM);
  private static final EnvelopeCheck CHECK = EnvelopeCheck.at(NOW, new OfflineKeys());

  private static final JsonObject CREDENTIAL =
      Json.parseObject(
          Bytes.utf8(
              """
              {"@context": ["https://www.w3.org/ns/credentials/v2"],
               "type": ["VerifiableCredential"],
               "issuer": "%s",
               "validFrom": "2026-01-01T00:00:00Z",
               "credentialSubject": {
                 "name": "Ana", "a/b~c": 1,
                 "address": {"street": "Rua 1", "city": {"name": "Lisboa", "code": "1000"}},
                 "results": [{"score": "70"}, {"score": "80"}, {"score": "90"}]}}
              """
                  .formatted(DidKey.did(ISSUER.publicKey()))));

  private static final List<JsonPointer> CHOICES =
      pointers(
          "/credentialSubject/name",
          "/credentialSubject/a~1b~0c",
          "/credentialSubject/address",
          "/credentialSubject/address/city",
          "/credentialSubject/address/city/code",
          "/credentialSubject/results/0",
          "/credentialSubject/results/1/score",
          "/credentialSubject/results/2");

  private final HeldSdJwt held =
      HeldSdJwt.read(signer().credentialSdJwt(CREDENTIAL, CHOICES, RANDOM));

  @Test
  void the_holder_sees_all_of_it_and_what_can_be_kept_back() {
    assertThat(held.document()).isEqualTo(CREDENTIAL);
    assertThat(held.choices()).containsExactlyInAnyOrderElementsOf(CHOICES);
  }

  @Test
  void nothing_chosen_shows_only_what_is_always_shown() {
    assertThat(shown(List.of()))
        .isEqualTo(
            """
            {"results":[{}]}\
            """);
  }

  @Test
  void a_choice_within_another_brings_what_is_around_it_and_no_more() {
    assertThat(shown(pointers("/credentialSubject/address/city/code")))
        .isEqualTo(
            """
            {"results":[{}],"address":{"street":"Rua 1","city":{"name":"Lisboa","code":"1000"}}}\
            """);
    assertThat(shown(pointers("/credentialSubject/address")))
        .isEqualTo(
            """
            {"results":[{}],"address":{"street":"Rua 1"}}\
            """);
  }

  @Test
  void elements_of_lists_are_chosen_one_by_one() {
    assertThat(
            shown(pointers("/credentialSubject/results/2", "/credentialSubject/results/1/score")))
        .isEqualTo(
            """
            {"results":[{"score":"80"},{"score":"90"}]}\
            """);
  }

  @Test
  void whatever_is_chosen_verifies_and_contains_it() {
    var seeded = new Random(7);
    for (int i = 0; i < 200; i++) {
      var chosen = new ArrayList<>(CHOICES);
      Collections.shuffle(chosen, seeded);
      List<JsonPointer> some = chosen.subList(0, seeded.nextInt(chosen.size() + 1));
      Envelope opened = CHECK.sdJwt(held.showing(some));
      assertThat(opened.proof()).isInstanceOf(ProofResult.Valid.class);
      HeldSdJwt again = HeldSdJwt.read(held.showing(some));
      assertThat(again.choices()).hasSizeGreaterThanOrEqualTo(some.size());
    }
    assertThat(CHECK.sdJwt(held.showing(CHOICES)).document()).isEqualTo(CREDENTIAL);
  }

  @Test
  void what_the_issuer_did_not_leave_to_the_holder_is_no_choice() {
    for (String pointer :
        List.of("/validFrom", "/credentialSubject", "/credentialSubject/nothing", "")) {
      assertThatThrownBy(() -> held.showing(pointers(pointer)))
          .isInstanceOf(MalformedCredential.class);
    }
  }

  @Test
  void what_was_bound_for_a_verifier_is_not_shown_to_another() {
    String bound = held.showing(List.of(), ISSUER, "n-1", "https://verifier.example", NOW);
    assertThatThrownBy(() -> HeldSdJwt.read(bound)).isInstanceOf(MalformedCredential.class);
  }

  private String shown(List<JsonPointer> chosen) {
    return Json.write(CHECK.sdJwt(held.showing(chosen)).document().get("credentialSubject"));
  }

  private static EnvelopeSigner signer() {
    return new EnvelopeSigner(ISSUER, DidKey.verificationMethod(ISSUER.publicKey()));
  }

  private static List<JsonPointer> pointers(String... texts) {
    return java.util.Arrays.stream(texts).map(JsonPointer::parse).toList();
  }
}
