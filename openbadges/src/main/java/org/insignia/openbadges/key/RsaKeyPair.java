package org.insignia.openbadges.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** RSA, for RS256. */
final class RsaKeyPair implements KeyPair {
  private final RSAPrivateCrtKey key;
  private final PublicKey.Rsa publicKey;

  private RsaKeyPair(RSAPrivateCrtKey key) {
    this.key = key;
    this.publicKey = new PublicKey.Rsa(key.getModulus(), key.getPublicExponent());
  }

  static RsaKeyPair of(Bytes pkcs8) {
    try {
      var key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8.view()));
      if (key instanceof RSAPrivateCrtKey crt) return new RsaKeyPair(crt);
    } catch (GeneralSecurityException e) {
      throw new MalformedCredential("", "not an RSA key in PKCS#8 form");
    }
    throw new MalformedCredential("", "RSA key without its public exponent");
  }

  /** The private members of the JWK, by their names there. */
  SequencedMap<String, BigInteger> parts() {
    var parts = new LinkedHashMap<String, BigInteger>();
    parts.put("d", key.getPrivateExponent());
    parts.put("p", key.getPrimeP());
    parts.put("q", key.getPrimeQ());
    parts.put("dp", key.getPrimeExponentP());
    parts.put("dq", key.getPrimeExponentQ());
    parts.put("qi", key.getCrtCoefficient());
    return parts;
  }

  static Bytes pkcs8(PublicKey.Rsa key, Function<String, BigInteger> part) {
    var parts =
        new RSAPrivateKey(
            key.modulus(),
            key.exponent(),
            part.apply("d"),
            part.apply("p"),
            part.apply("q"),
            part.apply("dp"),
            part.apply("dq"),
            part.apply("qi"));
    try {
      var kind = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
      return Bytes.wrap(new PrivateKeyInfo(kind, parts).getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("integers have no DER form", e);
    }
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public Bytes sign(Bytes message) {
    return RsaSignature.sign(key, message);
  }

  @Override
  public Bytes secret() {
    return Bytes.wrap(key.getEncoded());
  }

  @Override
  public String toString() {
    return "KeyPair[" + publicKey.multibase() + "]";
  }
}
