package org.insignia.openbadges.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** P-256, P-384 or P-521. */
final class EcKeyPair implements KeyPair {
  private final PrimeCurve curve;
  private final BigInteger scalar;
  private final PublicKey publicKey;

  private EcKeyPair(PrimeCurve curve, BigInteger scalar) {
    this.curve = curve;
    this.scalar = scalar;
    Bytes point = curve.publicKey(scalar);
    this.publicKey =
        switch (curve) {
          case P256 -> new PublicKey.P256(point);
          case P384 -> new PublicKey.P384(point);
          case P521 -> new PublicKey.P521(point);
        };
  }

  static EcKeyPair generate(PrimeCurve curve, SecureRandom random) {
    BigInteger scalar;
    do {
      scalar = new BigInteger(curve.order().bitLength(), random);
    } while (scalar.signum() == 0 || scalar.compareTo(curve.order()) >= 0);
    return new EcKeyPair(curve, scalar);
  }

  static EcKeyPair of(PrimeCurve curve, Bytes secret) {
    BigInteger scalar = new BigInteger(1, secret.view());
    if (secret.size() != curve.width
        || scalar.signum() == 0
        || scalar.compareTo(curve.order()) >= 0) {
      throw new MalformedCredential("", "not a private key of " + curve.crv);
    }
    return new EcKeyPair(curve, scalar);
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public Bytes sign(Bytes message) {
    return curve.sign(scalar, message);
  }

  @Override
  public Bytes secret() {
    byte[] secret = new byte[curve.width];
    curve.put(scalar, secret, 0);
    return Bytes.wrap(secret);
  }

  @Override
  public String toString() {
    return "KeyPair[" + publicKey.multibase() + "]";
  }
}
