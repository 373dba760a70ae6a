package org.insignia.server.api.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.insignia.openbadges.key.DidJwk;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HolderProofTest {
  private static final String ISSUER = "https://badges.example";
  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final KeyPair ED25519 = KeyPair.generateEd25519(RANDOM);
  private static final KeyPair P256 = KeyPair.generateP256(RANDOM);
  private static final KeyPair P384 = KeyPair.generateP384(RANDOM);

  private static Proofs proof(KeyPair key, String algorithm) {
    return Proofs.of(key, algorithm, ISSUER, "n", NOW);
  }

  private static HolderProof check(String jwt) {
    return HolderProof.check(jwt, ISSUER, NOW);
  }

  @Test
  void the_holder_is_the_did_that_the_wallet_named() {
    assertThat(check(proof(ED25519, "EdDSA").jwt()))
        .isEqualTo(new HolderProof(DidKey.did(ED25519.publicKey()), "n", null));
    assertThat(check(proof(ED25519, "Ed25519").jwt()).holder()).startsWith("did:key:z6Mk");
    assertThat(check(proof(P256, "ES256").jwt()).holder()).startsWith("did:key:zDn");
    var jwk = DidJwk.did(P256.publicKey());
    assertThat(check(proof(P256, "ES256").header("kid", jwk + "#0").jwt()).holder()).isEqualTo(jwk);
  }

  @Test
  void the_holder_of_a_bare_key_is_its_did_jwk() {
    var jwt = proof(P256, "ES256").header("kid", null).header("jwk", P256.publicKey().jwk()).jwt();
    assertThat(check(jwt).holder()).isEqualTo(DidJwk.did(P256.publicKey()));
  }

  static Stream<Arguments> wrong() {
    var other = DidKey.verificationMethod(KeyPair.generateEd25519(RANDOM).publicKey());
    var did = DidKey.did(ED25519.publicKey());
    var epoch = NOW.getEpochSecond();
    return Stream.of(
        wrong("another type", p -> p.header("typ", "JWT")),
        wrong("no type", p -> p.header("typ", null)),
        wrong("none as algorithm", p -> p.header("alg", "none")),
        wrong("another key's algorithm", p -> p.header("alg", "ES256")),
        wrong("a symmetric algorithm", p -> p.header("alg", "HS256")),
        wrong("no algorithm", p -> p.header("alg", null)),
        wrong("another's key", p -> p.header("kid", other)),
        wrong("a fragment of another key", p -> p.header("kid", did + "#z6Mkother")),
        wrong("no key", p -> p.header("kid", null)),
        wrong("two keys", p -> p.header("jwk", ED25519.publicKey().jwk())),
        wrong("a key to be fetched", p -> p.header("kid", "did:web:evil.example#0")),
        wrong("a key by address", p -> p.header("kid", "https://evil.example/key")),
        wrong("an address of keys", p -> p.header("jku", "https://evil.example/keys")),
        wrong("a certificate", p -> p.header("x5c", List.of("MIIB"))),
        wrong("what must be understood", p -> p.header("crit", List.of("exp"))),
        wrong("a private key", p -> p.header("kid", null).header("jwk", Jwk.writePrivate(ED25519))),
        wrong("another issuer", p -> p.claim("aud", "https://other.example")),
        wrong("a longer address", p -> p.claim("aud", ISSUER + "/")),
        wrong("nobody in particular", p -> p.claim("aud", null)),
        wrong("many audiences", p -> p.claim("aud", List.of(ISSUER, "https://other.example"))),
        wrong("no time", p -> p.claim("iat", null)),
        wrong("a time as text", p -> p.claim("iat", Long.toString(epoch))),
        wrong("six minutes old", p -> p.claim("iat", epoch - 360)),
        wrong("from the future", p -> p.claim("iat", epoch + 90)),
        wrong("beyond all time", p -> p.claim("iat", Long.MAX_VALUE)),
        wrong("expired", p -> p.claim("exp", epoch)),
        wrong("no nonce", p -> p.claim("nonce", null)),
        wrong("a nonce that is no text", p -> p.claim("nonce", 7)),
        wrong("made by no text", p -> p.claim("iss", List.of("client"))),
        wrong("the type of another kind of JWT", p -> p.header("typ", "kb+jwt")),
        wrong("chained trust", p -> p.header("trust_chain", List.of("eyJ"))),
        wrong(
            "a symmetric key",
            p ->
                p.header("kid", null)
                    .header("alg", "HS256")
                    .header("jwk", Map.of("kty", "oct", "k", "c2VjcmV0"))));
  }

  private static Arguments wrong(String what, UnaryOperator<Proofs> change) {
    return Arguments.of(what, change.apply(proof(ED25519, "EdDSA")).jwt());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void refuses(String what, String jwt) {
    assertThatThrownBy(() -> check(jwt))
        .asInstanceOf(type(WalletRefusal.class))
        .extracting(WalletRefusal::code)
        .isEqualTo(Code.INVALID_PROOF);
  }

  @Test
  void refuses_keys_of_other_kinds_and_what_is_no_jwt() {
    var whole = proof(ED25519, "EdDSA").jwt();
    var parts = whole.split("\\.");
    var changed = Proofs.of(ED25519, "EdDSA", ISSUER, "other", NOW).jwt().split("\\.")[1];
    for (String jwt :
        List.of(
            proof(P384, "ES384").jwt(),
            "",
            "a.b",
            whole + ".x",
            whole + "=",
            parts[0] + "." + changed + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            "x".repeat(9_000))) {
      assertThatThrownBy(() -> check(jwt)).as(jwt).isInstanceOf(WalletRefusal.class);
    }
  }

  @Test
  void the_long_form_of_the_type_is_the_same_type_and_who_made_it_may_be_said() {
    var jwt = proof(ED25519, "EdDSA").header("typ", "application/openid4vci-proof+jwt");
    assertThat(check(jwt.claim("iss", "client").jwt()).program()).isEqualTo("client");
  }
}
