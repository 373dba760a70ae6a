package org.insignia.openbadges.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** ECDSA over the NIST curves that credentials use, each with its own hash. */
enum PrimeCurve {
  P256("P-256", 32) {
    @Override
    Digest digest() {
      return SHA256Digest.newInstance();
    }
  },
  P384("P-384", 48) {
    @Override
    Digest digest() {
      return new SHA384Digest();
    }
  },
  P521("P-521", 66) {
    @Override
    Digest digest() {
      return new SHA512Digest();
    }
  };

  private static final int MOST_KNOWN = 1_024;

  final String crv;
  final int width;
  private final ECDomainParameters domain;
  private final ConcurrentHashMap<Bytes, ECPoint> known = new ConcurrentHashMap<>();

  PrimeCurve(String crv, int width) {
    this.crv = crv;
    this.width = width;
    X9ECParameters parameters = CustomNamedCurves.getByName(crv);
    this.domain = new ECDomainParameters(parameters);
  }

  abstract Digest digest();

  void check(Bytes compressed) {
    if (compressed.size() != width + 1 || (compressed.view()[0] & 0xfe) != 2) {
      throw new MalformedCredential("", crv + " key is not a compressed point");
    }
    point(compressed);
  }

  /** A point that is used again brings its tables along, which halve the next verification. */
  private ECPoint point(Bytes encoded) {
    ECPoint point = known.get(encoded);
    if (point != null) return point;
    try {
      point = domain.validatePublicPoint(domain.getCurve().decodePoint(encoded.view()));
    } catch (IllegalArgumentException e) {
      throw new MalformedCredential("", crv + " key is not a point of the curve");
    }
    if (known.size() >= MOST_KNOWN) known.clear();
    known.put(encoded, point);
    return point;
  }

  Bytes compress(Bytes x, Bytes y) {
    if (x.size() != width || y.size() != width) {
      throw new MalformedCredential("", crv + " coordinates of another width");
    }
    byte[] full = new byte[1 + 2 * width];
    full[0] = 4;
    System.arraycopy(x.view(), 0, full, 1, width);
    System.arraycopy(y.view(), 0, full, 1 + width, width);
    return Bytes.wrap(point(Bytes.wrap(full)).getEncoded(true));
  }

  /** x and y, each in full width. */
  Bytes[] coordinates(Bytes compressed) {
    byte[] full = point(compressed).getEncoded(false);
    return new Bytes[] {
      Bytes.wrap(Arrays.copyOfRange(full, 1, 1 + width)),
      Bytes.wrap(Arrays.copyOfRange(full, 1 + width, full.length))
    };
  }

  BigInteger order() {
    return domain.getN();
  }

  Bytes publicKey(BigInteger scalar) {
    ECPoint point = new FixedPointCombMultiplier().multiply(domain.getG(), scalar);
    return Bytes.wrap(point.getEncoded(true));
  }

  /** Deterministic (RFC 6979): no randomness that could be bad, and the same bytes each time. */
  Bytes sign(BigInteger scalar, Bytes message) {
    var signer = new ECDSASigner(new HMacDSAKCalculator(digest()));
    signer.init(true, new ECPrivateKeyParameters(scalar, domain));
    BigInteger[] rs = signer.generateSignature(hash(message));
    byte[] signature = new byte[2 * width];
    put(rs[0], signature, 0);
    put(rs[1], signature, width);
    return Bytes.wrap(signature);
  }

  boolean verifies(Bytes compressed, Bytes message, Bytes signature) {
    if (signature.size() != 2 * width) return false;
    BigInteger r = new BigInteger(1, signature.view(), 0, width);
    BigInteger s = new BigInteger(1, signature.view(), width, width);
    if (outside(r) || outside(s)) return false;
    var signer = new ECDSASigner();
    signer.init(false, new ECPublicKeyParameters(point(compressed), domain));
    return signer.verifySignature(hash(message), r, s);
  }

  private boolean outside(BigInteger value) {
    return value.signum() <= 0 || value.compareTo(domain.getN()) >= 0;
  }

  private byte[] hash(Bytes message) {
    Digest digest = digest();
    digest.update(message.view(), 0, message.size());
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  void put(BigInteger value, byte[] target, int at) {
    byte[] bytes = value.toByteArray();
    int skip = bytes.length > width ? bytes.length - width : 0;
    int length = bytes.length - skip;
    System.arraycopy(bytes, skip, target, at + width - length, length);
  }
}
