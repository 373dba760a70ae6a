package org.insignia.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.server.platform.paper.pdf.DocumentSeal;

/**
 * The key an organisation signs documents with: it signs digests, and shows nothing but its
 * certificate. What it gives is CMS SignedData (RFC 5652, section 5) as PAdES baseline B wants it:
 * detached, with the certificate and its digest among the signed attributes (RFC 5035).
 */
final class DocumentKey implements DocumentSeal {
  private static final int LARGEST = 3_000;
  private static final String PKCS_9 = "1.2.840.113549.1.9.";
  private static final ASN1ObjectIdentifier CONTENT =
      new ASN1ObjectIdentifier("1.2.840.113549.1.7.1");
  private static final ASN1ObjectIdentifier SIGNED_CONTENT =
      new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"));

  private final String name;
  private final KeyPair pair;
  private final Bytes certificate;

  DocumentKey(String name, KeyPair pair, Bytes certificate) {
    this.name = name;
    this.pair = pair;
    this.certificate = certificate;
  }

  @Override
  public String signer() {
    return name;
  }

  @Override
  public int largest() {
    return LARGEST;
  }

  @Override
  public Bytes sign(Bytes digest) {
    try {
      DERSet attributes = attributes(digest);
      byte[] signature =
          DocumentCertificate.signature(pair, attributes.getEncoded(ASN1Encoding.DER));
      var own = Certificate.getInstance(certificate.toArray());
      var who = sequence(own.getIssuer(), own.getSerialNumber());
      var signer =
          sequence(
              new ASN1Integer(1),
              who,
              SHA_256,
              new DERTaggedObject(false, 0, attributes),
              DocumentCertificate.ECDSA_SHA256,
              new DEROctetString(signature));
      var signed =
          sequence(
              new ASN1Integer(1),
              new DERSet(SHA_256),
              sequence(CONTENT),
              new DERTaggedObject(false, 0, new DERSet(own)),
              new DERSet(signer));
      return Bytes.wrap(
          sequence(SIGNED_CONTENT, new DERTaggedObject(true, 0, signed))
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is signed: of what kind the content is, its digest, by which certificate. */
  private DERSet attributes(Bytes digest) {
    var fingerprint = new DEROctetString(sha256(certificate));
    var attributes = new ASN1EncodableVector();
    attributes.add(attribute(PKCS_9 + "3", CONTENT));
    attributes.add(attribute(PKCS_9 + "4", new DEROctetString(digest.toArray())));
    attributes.add(attribute(PKCS_9 + "16.2.47", sequence(sequence(sequence(fingerprint)))));
    return new DERSet(attributes);
  }

  private static DERSequence attribute(String type, ASN1Encodable value) {
    return sequence(new ASN1ObjectIdentifier(type), new DERSet(value));
  }

  private static DERSequence sequence(ASN1Encodable... elements) {
    return new DERSequence(elements);
  }

  private static byte[] sha256(Bytes bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
