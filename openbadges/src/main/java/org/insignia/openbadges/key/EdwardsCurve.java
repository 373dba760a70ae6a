package org.insignia.openbadges.key;

import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** Ed25519 as RFC 8032 has it; for the choices it leaves see docs/spec-divergences.md. */
final class EdwardsCurve {
  private static final int MOST_KNOWN = 1_024;
  private static final ConcurrentHashMap<Bytes, Ed25519.PublicPoint> KNOWN =
      new ConcurrentHashMap<>();

  private EdwardsCurve() {}

  /** Refuses points not in the prime-order group: a low-order key verifies what nobody signed. */
  static void check(Bytes raw) {
    if (raw.size() != Ed25519.PUBLIC_KEY_SIZE) {
      throw new MalformedCredential("", "Ed25519 key of " + raw.size() + " bytes");
    }
    point(raw);
  }

  /** Checking a key costs as much as checking a signature, and few keys sign most documents. */
  private static Ed25519.PublicPoint point(Bytes raw) {
    Ed25519.PublicPoint known = KNOWN.get(raw);
    if (known != null) return known;
    Ed25519.PublicPoint point = Ed25519.validatePublicKeyFullExport(raw.view(), 0);
    if (point == null) {
      throw new MalformedCredential("", "Ed25519 key is not a point of the prime-order group");
    }
    if (KNOWN.size() >= MOST_KNOWN) KNOWN.clear();
    KNOWN.put(raw, point);
    return point;
  }

  static boolean verifies(Bytes raw, Bytes message, Bytes signature) {
    return signature.size() == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature.view(), 0, point(raw), message.view(), 0, message.size());
  }

  static Bytes publicKey(Bytes seed) {
    byte[] raw = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed.view(), 0, raw, 0);
    return Bytes.wrap(raw);
  }

  static Bytes sign(Bytes seed, Bytes publicKey, Bytes message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(
        seed.view(), 0, publicKey.view(), 0, message.view(), 0, message.size(), signature, 0);
    return Bytes.wrap(signature);
  }
}
