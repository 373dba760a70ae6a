package org.insignia.openbadges.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import org.insignia.openbadges.json.Bytes;

/** RSASSA-PKCS1-v1_5 with SHA-256 (RS256), by the JDK. */
final class RsaSignature {
  private RsaSignature() {}

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
