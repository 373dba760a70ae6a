package org.insignia.openbadges.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/**
 * A detached CMS signature (RFC 5652, section 5) in DER, of one signer, as PDFs bear it.
 *
 * @param digest of the document, as JCA names it
 * @param attributes what is signed, in it the digest of the document
 */
record Cms(
    String digest, Der attributes, Der algorithm, byte[] value, X509Certificate certificate) {
  private static final String SIGNED_CONTENT = "1.2.840.113549.1.7.2";
  private static final String PKCS_9 = "1.2.840.113549.1.9.";
  private static final int CERTIFICATES = 0xa0;
  private static final int LONGEST_RSA = 8_192;

  private static final Map<String, String> DIGESTS =
      Map.of(
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  /** By the object identifier; where the name has no digest, it is that of the document. */
  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
          Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
          Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"),
          Map.entry("1.2.840.10045.2.1", "withECDSA"),
          Map.entry("1.2.840.113549.1.1.1", "withRSA"),
          Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
          Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
          Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
          Map.entry("1.2.840.113549.1.1.10", "RSASSA-PSS"),
          Map.entry("1.3.101.112", "Ed25519"));

  /** That it is of a kind that is not checked here, and no sign of anything else. */
  static final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSupported(String what) {
      super(what);
    }
  }

  /**
   * @param padded the signature, and zeros behind it
   * @throws MalformedCredential where it is none
   * @throws NotSupported where it is of a kind not known here
   */
  static Cms read(byte[] padded) {
    if (padded.length > 2 && (padded[1] & 0xff) == 0x80) {
      throw new NotSupported("a signature in BER, not DER");
    }
    Der outer = Der.at(padded, 0, padded.length).expect(Der.SEQUENCE);
    for (int i = outer.end(); i < padded.length; i++) {
      if (padded[i] != 0) {
        throw Der.broken("something hides behind it");
      }
    }
    if (!outer.child(0).object().equals(SIGNED_CONTENT)) {
      throw Der.broken("no signed data");
    }
    List<Der> parts = outer.child(1).child(0).expect(Der.SEQUENCE).children();
    if (parts.size() < 4 || parts.get(2).children().size() != 1) {
      throw Der.broken("it signs something of its own");
    }
    List<Der> signers = parts.getLast().expect(Der.SET).children();
    if (signers.size() != 1) {
      throw new NotSupported("a signature of " + signers.size() + " signers in one");
    }
    Der certificates =
        parts.stream()
            .filter(part -> part.tag() == CERTIFICATES)
            .findFirst()
            .orElseThrow(() -> new NotSupported("a signature without its certificate"));
    return of(signers.getFirst().expect(Der.SEQUENCE).children(), certificates);
  }

  private static Cms of(List<Der> signer, Der certificates) {
    if (signer.size() < 6 || signer.get(3).tag() != 0xa0) {
      throw new NotSupported("a signature without signed attributes");
    }
    String digest = DIGESTS.get(signer.get(2).child(0).object());
    if (digest == null) {
      throw new NotSupported("digest " + signer.get(2).child(0).object());
    }
    X509Certificate certificate = certificate(signer.get(1), certificates);
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa
        && (rsa.getModulus().bitLength() > LONGEST_RSA || rsa.getModulus().bitLength() < 2048)) {
      throw new NotSupported("RSA of " + rsa.getModulus().bitLength() + " bits");
    }
    byte[] value = signer.get(5).expect(Der.BYTES).content();
    return new Cms(digest, signer.get(3), signer.get(4), value, certificate);
  }

  /** That which the signer names by its issuer and number. */
  private static X509Certificate certificate(Der signer, Der certificates) {
    if (signer.tag() != Der.SEQUENCE) {
      throw new NotSupported("a signer named by a key identifier");
    }
    byte[] issuer = signer.child(0).whole();
    byte[] serial = signer.child(1).whole();
    for (Der candidate : certificates.children()) {
      List<Der> body = candidate.child(0).children();
      int shift = body.isEmpty() || body.getFirst().tag() == 0xa0 ? 1 : 0;
      boolean named =
          body.size() > 3
              && Arrays.equals(body.get(shift).whole(), serial)
              && Arrays.equals(body.get(shift + 2).whole(), issuer);
      if (named) {
        return certificate(candidate.whole());
      }
    }
    throw Der.broken("the signer's certificate is not there");
  }

  private static X509Certificate certificate(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw Der.broken("a certificate that cannot be read");
    }
  }

  Signer signer() {
    try {
      return Signer.of(certificate, certificate.getEncoded());
    } catch (CertificateException e) {
      throw Der.broken("a certificate that cannot be read");
    }
  }

  /**
   * Whether it was made by the certificate's key over a document of this digest.
   *
   * @param actual the document's digest, by the algorithm that {@link #digest} names
   */
  boolean signs(byte[] actual) {
    Optional<Der> said = attribute("4");
    if (said.isEmpty() || !MessageDigest.isEqual(said.get().content(), actual)) {
      return false;
    }
    Optional<Der> named = attribute("16.2.47");
    return (named.isEmpty() || names(named.get())) && verified();
  }

  private Optional<Der> attribute(String type) {
    for (Der attribute : attributes.children()) {
      if (attribute.child(0).object().equals(PKCS_9 + type)) {
        return Optional.of(attribute.child(1).child(0));
      }
    }
    return Optional.empty();
  }

  /** Whether the signed attribute names this certificate (RFC 5035, section 3). */
  private boolean names(Der signingCertificate) {
    List<Der> first = signingCertificate.child(0).child(0).children();
    boolean other = first.getFirst().tag() == Der.SEQUENCE;
    String name = other ? DIGESTS.get(first.getFirst().child(0).object()) : "SHA-256";
    try {
      return name != null
          && Arrays.equals(
              MessageDigest.getInstance(name).digest(certificate.getEncoded()),
              first.get(other ? 1 : 0).content());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean verified() {
    byte[] signed = attributes.whole();
    signed[0] = Der.SET; // as it was when it was signed (5.4)
    try {
      Signature verifier = verifier();
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(signed);
      return verifier.verify(value);
    } catch (GeneralSecurityException | RuntimeException e) {
      if (e instanceof NotSupported unknown) {
        throw unknown;
      }
      return false; // a signature or key that the JDK cannot even take for one
    }
  }

  private Signature verifier() throws GeneralSecurityException {
    String object = algorithm.child(0).object();
    @Nullable String name = ALGORITHMS.get(object);
    if (name == null) {
      throw new NotSupported("algorithm " + object);
    }
    String prefix = name.startsWith("with") ? digest.replace("-", "") : "";
    Signature verifier = Signature.getInstance(prefix + name);
    if (name.equals("RSASSA-PSS")) {
      var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
      try {
        parameters.init(algorithm.child(1).whole());
      } catch (IOException e) {
        throw Der.broken("parameters that cannot be read");
      }
      verifier.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
    }
    return verifier;
  }
}
