package org.insignia.openbadges.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.PublicKey;

/** The hash of a suite: it follows the key. */
enum Digests {
  SHA_256("SHA-256"),
  SHA_384("SHA-384");

  private final String algorithm;

  Digests(String algorithm) {
    this.algorithm = algorithm;
  }

  static Digests of(PublicKey key) {
    return key instanceof PublicKey.P384 ? SHA_384 : SHA_256;
  }

  Bytes hash(Bytes input) {
    return Bytes.wrap(digest().digest(input.view()));
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  static Bytes join(Bytes first, Bytes second) {
    byte[] both = new byte[first.size() + second.size()];
    System.arraycopy(first.view(), 0, both, 0, first.size());
    System.arraycopy(second.view(), 0, both, first.size(), second.size());
    return Bytes.wrap(both);
  }
}
