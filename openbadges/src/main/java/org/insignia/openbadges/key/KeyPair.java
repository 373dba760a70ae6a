package org.insignia.openbadges.key;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A key that can sign. Its private part appears nowhere but in {@link #secret()}; {@code toString}
 * shows the public key.
 */
public sealed interface KeyPair permits Ed25519KeyPair, EcKeyPair, RsaKeyPair {

  PublicKey publicKey();

  /** A signature in the form that {@link PublicKey#verifies} takes; the same for equal messages. */
  Bytes sign(Bytes message);

  /**
   * The private part: the 32-byte seed of Ed25519, the scalar in full width of the P curves, PKCS#8
   * of RSA. The same bytes give the same pair back.
   */
  Bytes secret();

  static KeyPair generateEd25519(SecureRandom random) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return new Ed25519KeyPair(Bytes.wrap(seed));
  }

  static KeyPair generateP256(SecureRandom random) {
    return EcKeyPair.generate(PrimeCurve.P256, random);
  }

  static KeyPair generateP384(SecureRandom random) {
    return EcKeyPair.generate(PrimeCurve.P384, random);
  }

  static KeyPair generateP521(SecureRandom random) {
    return EcKeyPair.generate(PrimeCurve.P521, random);
  }

  /** RSA of 3,072 bits, exponent 65537. */
  static KeyPair generateRsa(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072, random);
      return rsa(Bytes.wrap(generator.generateKeyPair().getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks RSA", e);
    }
  }

  /**
   * @throws MalformedCredential unless 32 bytes
   */
  static KeyPair ed25519(Bytes seed) {
    if (seed.size() != 32) {
      throw new MalformedCredential("", "Ed25519 seed of " + seed.size() + " bytes");
    }
    return new Ed25519KeyPair(Bytes.of(seed.view()));
  }

  /**
   * @throws MalformedCredential unless 32 bytes, over 0 and under the order of the curve
   */
  static KeyPair p256(Bytes scalar) {
    return EcKeyPair.of(PrimeCurve.P256, scalar);
  }

  /**
   * @throws MalformedCredential unless 48 bytes, over 0 and under the order of the curve
   */
  static KeyPair p384(Bytes scalar) {
    return EcKeyPair.of(PrimeCurve.P384, scalar);
  }

  /**
   * @throws MalformedCredential unless 66 bytes, over 0 and under the order of the curve
   */
  static KeyPair p521(Bytes scalar) {
    return EcKeyPair.of(PrimeCurve.P521, scalar);
  }

  /**
   * @param pkcs8 PKCS#8 DER with the CRT members, so that the public key is known
   * @throws MalformedCredential unless that
   */
  static KeyPair rsa(Bytes pkcs8) {
    return RsaKeyPair.of(pkcs8);
  }
}
