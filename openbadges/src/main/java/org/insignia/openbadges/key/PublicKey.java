package org.insignia.openbadges.key;

import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** A public key. An instance that exists is sound: right length, on its curve, not of low order. */
public sealed interface PublicKey {

  /**
   * Whether this signature over this message was made with the private part.
   *
   * @param signature Ed25519: 64 bytes (RFC 8032); P-256, P-384, P-521: r and s side by side in
   *     fixed width over SHA-256, SHA-384, SHA-512; RSA: PKCS#1 v1.5 over SHA-256. Anything else is
   *     just false.
   */
  boolean verifies(Bytes message, Bytes signature);

  /** The JWK (RFC 7517, RFC 8037), without {@code kid} or {@code alg}. */
  default JsonObject jwk() {
    return Jwk.write(this);
  }

  /** The Multikey form, as in {@code publicKeyMultibase}. */
  default String multibase() {
    return Multikey.encode(this);
  }

  /** An Ed25519 key; {@code raw} are the 32 bytes of RFC 8032. */
  record Ed25519(Bytes raw) implements PublicKey {
    public Ed25519 {
      EdwardsCurve.check(raw);
    }

    @Override
    public boolean verifies(Bytes message, Bytes signature) {
      return EdwardsCurve.verifies(raw, message, signature);
    }
  }

  /** A P-256 key; {@code compressed} is the 33-byte SEC 1 point. */
  record P256(Bytes compressed) implements PublicKey {
    public P256 {
      PrimeCurve.P256.check(compressed);
    }

    @Override
    public boolean verifies(Bytes message, Bytes signature) {
      return PrimeCurve.P256.verifies(compressed, message, signature);
    }
  }

  /** A P-384 key; {@code compressed} is the 49-byte SEC 1 point. */
  record P384(Bytes compressed) implements PublicKey {
    public P384 {
      PrimeCurve.P384.check(compressed);
    }

    @Override
    public boolean verifies(Bytes message, Bytes signature) {
      return PrimeCurve.P384.verifies(compressed, message, signature);
    }
  }

  /** A P-521 key, for JOSE and COSE only; {@code compressed} is the 67-byte SEC 1 point. */
  record P521(Bytes compressed) implements PublicKey {
    public P521 {
      PrimeCurve.P521.check(compressed);
    }

    @Override
    public boolean verifies(Bytes message, Bytes signature) {
      return PrimeCurve.P521.verifies(compressed, message, signature);
    }
  }

  /** An RSA key of 2,048 to 8,192 bits, for RS256 only. */
  record Rsa(BigInteger modulus, BigInteger exponent) implements PublicKey {
    public Rsa {
      int bits = modulus.bitLength();
      if (modulus.signum() <= 0 || bits < 2048 || bits > 8192) {
        throw new MalformedCredential("", "RSA key of " + bits + " bits");
      }
      if (exponent.signum() <= 0
          || exponent.bitLength() > 33
          || !exponent.testBit(0)
          || exponent.equals(BigInteger.ONE)) {
        throw new MalformedCredential("", "RSA exponent " + exponent.bitLength() + " bits long");
      }
      if (RsaSignature.weaklyGenerated(modulus)) {
        throw new MalformedCredential("", "RSA key made by a generator that gives its primes away");
      }
    }

    static Rsa ofPkcs1(Bytes der) {
      try {
        RSAPublicKey key = RSAPublicKey.getInstance(der.toArray());
        return new Rsa(key.getModulus(), key.getPublicExponent());
      } catch (IllegalArgumentException e) {
        throw new MalformedCredential("", "not an RSA key in PKCS#1 form");
      }
    }

    Bytes pkcs1() {
      try {
        return Bytes.wrap(new RSAPublicKey(modulus, exponent).getEncoded("DER"));
      } catch (java.io.IOException e) {
        throw new IllegalStateException("two integers have no DER form", e);
      }
    }

    @Override
    public boolean verifies(Bytes message, Bytes signature) {
      return RsaSignature.verifies(this, message, signature);
    }
  }
}
