package org.insignia.openbadges.key;

import java.util.Set;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.VerificationKey.Evidence;

/**
 * Finds keys that the name itself spells out: did:key, did:jwk, and an https URL or URN with a
 * Multikey as its fragment. Everything else is {@link Resolution.Unavailable}.
 */
public final class OfflineKeys implements KeyResolver {
  static final Set<String> PURPOSES = Set.of("assertionMethod", "authentication");

  @Override
  public Resolution resolve(String verificationMethod) {
    try {
      int hash = verificationMethod.indexOf('#');
      if (hash < 0) return whole(verificationMethod);
      String base = verificationMethod.substring(0, hash);
      String fragment = verificationMethod.substring(hash + 1);
      if (base.startsWith("did:key:")) {
        PublicKey key = DidKey.key(base);
        return fragment.equals(base.substring("did:key:".length()))
            ? found(verificationMethod, base, key, Evidence.IDENTIFIER)
            : new Resolution.NotFound("did:key with the fragment of another key");
      }
      if (base.startsWith("did:jwk:")) {
        PublicKey key = DidJwk.key(base);
        return fragment.equals("0")
            ? found(verificationMethod, base, key, Evidence.IDENTIFIER)
            : new Resolution.NotFound("did:jwk has only the fragment 0");
      }
      boolean named = base.startsWith("https://") || base.startsWith("urn:");
      if (named && fragment.startsWith("z")) {
        return found(verificationMethod, base, Multikey.decode(fragment), Evidence.CLAIM);
      }
      return new Resolution.Unavailable("not to be resolved offline");
    } catch (MalformedCredential e) {
      return new Resolution.NotFound("no sound key in the identifier: " + e.getMessage());
    }
  }

  @Override
  public Resolution publishedBy(String controller, PublicKey key) {
    if (!controller.startsWith("did:key:") && !controller.startsWith("did:jwk:")) {
      return new Resolution.Unavailable("not to be resolved offline");
    }
    Resolution own = resolve(controller);
    return own instanceof Resolution.Found found && !found.key().key().equals(key)
        ? new Resolution.NotFound("the identifier is made of another key")
        : own;
  }

  @Override
  public Resolution namedBy(String controller, PublicKey key) {
    Resolution own = publishedBy(controller, key);
    return own instanceof Resolution.NotFound
        ? new Resolution.Unavailable("an identifier of this kind publishes no other key")
        : own;
  }

  /** A DID alone, as {@code kid} of a JWT often has it; it has one key, so that is meant. */
  private static Resolution whole(String did) {
    if (did.startsWith("did:key:")) return found(did, did, DidKey.key(did), Evidence.IDENTIFIER);
    if (did.startsWith("did:jwk:")) return found(did, did, DidJwk.key(did), Evidence.IDENTIFIER);
    return new Resolution.Unavailable("not to be resolved offline");
  }

  private static Resolution found(String id, String controller, PublicKey key, Evidence why) {
    return new Resolution.Found(new VerificationKey(id, controller, key, PURPOSES, why));
  }
}
