package org.insignia.server.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.PublicKey;

/**
 * The certificate of a document key, signed by that key itself: that it is the organisation's says
 * the address where the organisation publishes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4">RFC 5280, section 4</a>
 */
final class DocumentCertificate {
  private static final int YEARS = 10;

  /** The longest common name that X.520 allows. */
  private static final int LONGEST_NAME = 64;

  private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier("1.2.840.10045.2.1");
  private static final ASN1ObjectIdentifier P256 = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");
  static final AlgorithmIdentifier ECDSA_SHA256 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));

  /** Signing documents (RFC 9336). */
  private static final KeyPurposeId DOCUMENTS =
      KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));

  private DocumentCertificate() {}

  /**
   * @param addresses who the organisation is: its DID, its page
   * @return in DER
   */
  static Bytes make(
      KeyPair pair, String name, List<String> addresses, Instant from, SecureRandom random) {
    X500Name subject = subject(name);
    var body = new V3TBSCertificateGenerator();
    body.setSerialNumber(new ASN1Integer(new BigInteger(127, random).setBit(126)));
    body.setSignature(ECDSA_SHA256);
    body.setIssuer(subject);
    body.setSubject(subject);
    body.setStartDate(new Time(Date.from(from.truncatedTo(ChronoUnit.SECONDS))));
    body.setEndDate(
        new Time(
            Date.from(from.truncatedTo(ChronoUnit.SECONDS).plus(365 * YEARS, ChronoUnit.DAYS))));
    byte[] point = point(pair.publicKey());
    body.setSubjectPublicKeyInfo(
        new SubjectPublicKeyInfo(new AlgorithmIdentifier(EC, P256), point));
    try {
      body.setExtensions(extensions(addresses));
      byte[] signed = body.generateTBSCertificate().getEncoded(ASN1Encoding.DER);
      var certificate = new ASN1EncodableVector();
      certificate.add(ASN1Primitive.fromByteArray(signed));
      certificate.add(ECDSA_SHA256);
      certificate.add(new DERBitString(signature(pair, signed)));
      return Bytes.wrap(new DERSequence(certificate).getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X500Name subject(String name) {
    String plain =
        name.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, plain)
        .addRDN(BCStyle.CN, plain)
        .build();
  }

  private static Extensions extensions(List<String> addresses) throws IOException {
    var extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    extensions.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(DOCUMENTS));
    extensions.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            addresses.stream()
                .map(address -> new GeneralName(GeneralName.uniformResourceIdentifier, address))
                .toArray(GeneralName[]::new)));
    return extensions.generate();
  }

  /** Uncompressed, which is the only form that all readers know. */
  private static byte[] point(PublicKey key) {
    var point = new ByteArrayOutputStream();
    point.write(4);
    for (String coordinate : List.of("x", "y")) {
      String value = Objects.requireNonNull(key.jwk().string(coordinate), coordinate);
      point.writeBytes(Base64.getUrlDecoder().decode(value));
    }
    return point.toByteArray();
  }

  /** ECDSA as X.509 and CMS write it: two integers, not one string of fixed width. */
  static byte[] signature(KeyPair pair, byte[] message) throws IOException {
    byte[] fixed = pair.sign(Bytes.wrap(message)).toArray();
    var both = new ASN1EncodableVector();
    both.add(new ASN1Integer(new BigInteger(1, fixed, 0, fixed.length / 2)));
    both.add(new ASN1Integer(new BigInteger(1, fixed, fixed.length / 2, fixed.length / 2)));
    return new DERSequence(both).getEncoded(ASN1Encoding.DER);
  }

  static X509Certificate read(Bytes der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate of ours cannot be read", e);
    }
  }

  static String pem(Bytes der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toArray());
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }
}
