package org.insignia.openbadges.jose;

import java.util.Arrays;
import java.util.Optional;
import org.insignia.openbadges.key.PublicKey;

/** The signature algorithms, each for one kind of key: the token cannot choose another. */
enum JoseAlgorithm {
  RS256("RS256", -257),
  ES256("ES256", -7),
  ES384("ES384", -35),
  ES512("ES512", -36),
  EDDSA("EdDSA", -8);

  private final String id;
  private final int cose;

  JoseAlgorithm(String id, int cose) {
    this.id = id;
    this.cose = cose;
  }

  String id() {
    return id;
  }

  /** Its number in COSE headers. */
  int cose() {
    return cose;
  }

  static JoseAlgorithm of(PublicKey key) {
    return switch (key) {
      case PublicKey.Rsa k -> RS256;
      case PublicKey.P256 k -> ES256;
      case PublicKey.P384 k -> ES384;
      case PublicKey.P521 k -> ES512;
      case PublicKey.Ed25519 k -> EDDSA;
    };
  }

  /** By its name; {@code Ed25519} (RFC 9864) is another name of EdDSA with that curve. */
  static Optional<JoseAlgorithm> ofId(String id) {
    if (id.equals("Ed25519")) return Optional.of(EDDSA);
    return Arrays.stream(values()).filter(a -> a.id.equals(id)).findFirst();
  }

  static Optional<JoseAlgorithm> ofCose(long number) {
    return Arrays.stream(values()).filter(a -> a.cose == number).findFirst();
  }
}
