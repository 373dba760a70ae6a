package org.insignia.openbadges.key;

import org.insignia.openbadges.json.MalformedCredential;

/**
 * The DID that is its own key.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">did:key</a>
 */
public final class DidKey {
  private static final String PREFIX = "did:key:";

  private DidKey() {}

  /** The DID of a key. */
  public static String did(PublicKey key) {
    return PREFIX + key.multibase();
  }

  /** The one verification method of the DID, as a proof names it. */
  public static String verificationMethod(PublicKey key) {
    String multibase = key.multibase();
    return PREFIX + multibase + "#" + multibase;
  }

  /**
   * The key in a DID.
   *
   * @throws MalformedCredential where it is no did:key or holds no sound key
   */
  public static PublicKey key(String did) {
    if (!did.startsWith(PREFIX)) throw new MalformedCredential("", "not a did:key");
    return Multikey.decode(did.substring(PREFIX.length()));
  }
}
