package org.insignia.openbadges.ob2;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.PublicKey;

/** An RSA key in PEM, the only kind that OB 2.0 has. */
final class PemKey {
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";
  private static final int MAX_LENGTH = 8_000;

  private PemKey() {}

  static PublicKey read(String pem) {
    String stripped = pem.strip();
    if (pem.length() > MAX_LENGTH || !stripped.startsWith(BEGIN) || !stripped.endsWith(END)) {
      throw new MalformedCredential("/publicKeyPem", "not a public key in PEM");
    }
    String body = stripped.substring(BEGIN.length(), stripped.length() - END.length());
    try {
      byte[] der = Base64.getMimeDecoder().decode(body);
      var key =
          (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
      return new PublicKey.Rsa(key.getModulus(), key.getPublicExponent());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new MalformedCredential("/publicKeyPem", "not an RSA key");
    }
  }
}
