package org.insignia.openbadges.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyPairTest {
  @Test
  void a_pair_written_as_a_private_jwk_is_read_again() {
    var random = new SecureRandom();
    for (KeyPair pair :
        List.of(
            KeyPair.generateEd25519(random),
            KeyPair.generateP256(random),
            KeyPair.generateP384(random),
            KeyPair.generateP521(random),
            KeyPair.generateRsa(random))) {
      JsonObject written = Jwk.writePrivate(pair);
      assertThat(Jwk.readPrivate(written).secret()).isEqualTo(pair.secret());
      assertThatExceptionOfType(MalformedCredential.class).isThrownBy(() -> Jwk.read(written));
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  record Kind(String name, KeyPair pair, Function<Bytes, KeyPair> again, String multikeyStart) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("Ed25519", KeyPair.generateEd25519(RANDOM), KeyPair::ed25519, "z6Mk"),
        new Kind("P-256", KeyPair.generateP256(RANDOM), KeyPair::p256, "zDna"),
        new Kind("P-384", KeyPair.generateP384(RANDOM), KeyPair::p384, "z82L"),
        new Kind("P-521", KeyPair.generateP521(RANDOM), KeyPair::p521, "z2J9"),
        new Kind("RSA", KeyPair.generateRsa(RANDOM), KeyPair::rsa, "z"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_a_pair_signs_its_public_key_verifies(Kind kind) {
    for (int length : new int[] {0, 1, 31, 32, 200, 5_000}) {
      Bytes message = random(length);
      Bytes signature = kind.pair().sign(message);
      assertThat(kind.pair().publicKey().verifies(message, signature)).isTrue();
      assertThat(kind.pair().sign(message)).isEqualTo(signature);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_flipped_bit_never_verifies(Kind kind) {
    var seeded = new Random(42);
    Bytes message = random(100);
    Bytes signature = kind.pair().sign(message);
    for (int i = 0; i < 200; i++) {
      assertThat(kind.pair().publicKey().verifies(message, flip(signature, seeded))).isFalse();
      assertThat(kind.pair().publicKey().verifies(flip(message, seeded), signature)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_signature_cut_or_lengthened_does_not_verify(Kind kind) {
    Bytes message = random(10);
    byte[] signature = kind.pair().sign(message).view();
    for (int length : new int[] {0, 1, signature.length - 1, signature.length + 1}) {
      Bytes other = Bytes.wrap(java.util.Arrays.copyOf(signature, length));
      assertThat(kind.pair().publicKey().verifies(message, other)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_secret_gives_the_same_pair_back(Kind kind) {
    KeyPair again = kind.again().apply(kind.pair().secret());
    assertThat(again.publicKey()).isEqualTo(kind.pair().publicKey());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_public_key_survives_multikey_and_jwk(Kind kind) {
    PublicKey key = kind.pair().publicKey();
    assertThat(key.multibase()).startsWith(kind.multikeyStart());
    assertThat(Multikey.decode(key.multibase())).isEqualTo(key);
    assertThat(Jwk.read(key.jwk())).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_secret_does_not_show_in_its_text(Kind kind) {
    String secret = Base64Url.encode(kind.pair().secret());
    assertThat(kind.pair().toString()).doesNotContain(secret).contains(kind.multikeyStart());
  }

  @Test
  void keys_of_low_order_are_refused() {
    for (String hex :
        new String[] {
          "0100000000000000000000000000000000000000000000000000000000000000",
          "0000000000000000000000000000000000000000000000000000000000000000",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
        }) {
      Bytes raw = Bytes.wrap(java.util.HexFormat.of().parseHex(hex));
      assertThatThrownBy(() -> new PublicKey.Ed25519(raw)).isInstanceOf(MalformedCredential.class);
    }
  }

  @Test
  void r_or_s_of_zero_or_the_order_never_verifies() {
    PublicKey key = KeyPair.generateP256(RANDOM).publicKey();
    assertThat(key.verifies(random(5), Bytes.wrap(new byte[64]))).isFalse();
    byte[] order = new byte[64];
    byte[] n = PrimeCurve.P256.order().toByteArray();
    System.arraycopy(n, 1, order, 0, 32);
    System.arraycopy(n, 1, order, 32, 32);
    assertThat(key.verifies(random(5), Bytes.wrap(order))).isFalse();
  }

  @Test
  void scalars_outside_the_curve_are_refused() {
    assertThatThrownBy(() -> KeyPair.p256(Bytes.wrap(new byte[32])))
        .isInstanceOf(MalformedCredential.class);
    byte[] n = PrimeCurve.P256.order().toByteArray();
    assertThatThrownBy(() -> KeyPair.p256(Bytes.wrap(java.util.Arrays.copyOfRange(n, 1, 33))))
        .isInstanceOf(MalformedCredential.class);
    assertThatThrownBy(() -> KeyPair.ed25519(Bytes.wrap(new byte[31])))
        .isInstanceOf(MalformedCredential.class);
  }

  private static Bytes random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  private static Bytes flip(Bytes bytes, Random seeded) {
    byte[] copy = bytes.toArray();
    int bit = seeded.nextInt(copy.length * 8);
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return Bytes.wrap(copy);
  }
}
