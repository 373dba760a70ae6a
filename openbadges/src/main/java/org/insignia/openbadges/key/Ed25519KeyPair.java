package org.insignia.openbadges.key;

import org.insignia.openbadges.json.Bytes;

/** Ed25519. */
final class Ed25519KeyPair implements KeyPair {
  private final Bytes seed;
  private final PublicKey.Ed25519 publicKey;

  Ed25519KeyPair(Bytes seed) {
    this.seed = seed;
    this.publicKey = new PublicKey.Ed25519(EdwardsCurve.publicKey(seed));
  }

  @Override
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public Bytes sign(Bytes message) {
    return EdwardsCurve.sign(seed, publicKey.raw(), message);
  }

  @Override
  public Bytes secret() {
    return seed;
  }

  @Override
  public String toString() {
    return "KeyPair[" + publicKey.multibase() + "]";
  }
}
