package org.insignia.openbadges.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import org.insignia.openbadges.json.Bytes;

/** RSASSA-PKCS1-v1_5 with SHA-256 (RS256), by the JDK. */
final class RsaSignature {
  private static final int[] SMALL_PRIMES = {
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
  };

  private RsaSignature() {}

  /**
   * Whether the modulus bears the mark of ROCA (CVE-2017-15361): modulo each small prime it is a
   * power of 65537. A sound key does so once in a hundred million.
   */
  static boolean weaklyGenerated(BigInteger modulus) {
    for (int prime : SMALL_PRIMES) {
      int remainder = modulus.mod(BigInteger.valueOf(prime)).intValue();
      int power = 1;
      boolean isPower = false;
      for (int i = 0; i < prime && !isPower; i++) {
        isPower = power == remainder;
        power = (int) (power * 65_537L % prime);
      }
      if (!isPower) return false;
    }
    return true;
  }

  static boolean verifies(PublicKey.Rsa key, Bytes message, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent())));
      verifier.update(message.view());
      return verifier.verify(signature.view());
    } catch (java.security.SignatureException e) {
      // The JDK reports a signature of the wrong length this way; to us it is a wrong signature.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks RSA", e);
    }
  }

  static Bytes sign(PrivateKey key, Bytes message) {
    try {
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(key);
      signer.update(message.view());
      return Bytes.wrap(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot sign with RSA", e);
    }
  }
}
