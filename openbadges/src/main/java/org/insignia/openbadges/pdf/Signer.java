package org.insignia.openbadges.pdf;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Jwk;
import org.insignia.openbadges.key.PublicKey;

/**
 * The certificate whose key signed a document. That it is whose name it bears is not checked: see
 * who publishes its key.
 *
 * @param subject whose it says it is (RFC 2253)
 * @param issuer who says so
 * @param key empty for a kind that no badge is signed with
 */
public record Signer(
    String subject,
    String issuer,
    Instant validFrom,
    Instant validUntil,
    Bytes certificate,
    Optional<PublicKey> key) {

  static Signer of(X509Certificate certificate, byte[] der) {
    return new Signer(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        Bytes.wrap(der),
        key(certificate.getPublicKey()));
  }

  private static Optional<PublicKey> key(java.security.PublicKey key) {
    try {
      return switch (key) {
        case RSAPublicKey rsa ->
            Optional.of(new PublicKey.Rsa(rsa.getModulus(), rsa.getPublicExponent()));
        case ECPublicKey ec -> elliptic(ec);
        default -> edwards(key);
      };
    } catch (MalformedCredential e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> elliptic(ECPublicKey key) {
    int bits = key.getParams().getCurve().getField().getFieldSize();
    int width = (bits + 7) / 8;
    if (bits != 256 && bits != 384 && bits != 521) {
      return Optional.empty();
    }
    return Optional.of(
        Jwk.read(
            (JsonObject)
                JsonValue.from(
                    Map.of(
                        "kty",
                        "EC",
                        "crv",
                        "P-" + bits,
                        "x",
                        fixed(key.getW().getAffineX(), width),
                        "y",
                        fixed(key.getW().getAffineY(), width)))));
  }

  private static String fixed(BigInteger value, int width) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[width];
    int length = Math.min(width, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, width - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }

  /** The last 32 bytes of its encoding are those of RFC 8032 (RFC 8410, section 4). */
  private static Optional<PublicKey> edwards(java.security.PublicKey key) {
    byte[] encoded = key.getEncoded();
    boolean known = key.getAlgorithm().equals("EdDSA") && encoded != null && encoded.length == 44;
    return known
        ? Optional.of(new PublicKey.Ed25519(Bytes.wrap(Arrays.copyOfRange(encoded, 12, 44))))
        : Optional.empty();
  }
}
