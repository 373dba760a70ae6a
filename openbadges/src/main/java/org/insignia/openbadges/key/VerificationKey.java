package org.insignia.openbadges.key;

import java.util.Set;

/**
 * A key as its controller publishes it.
 *
 * @param id the verification method, as the proof names it
 * @param controller who may sign with it: a DID or an https URL, without fragment
 * @param purposes the proof purposes it may serve, such as {@code assertionMethod}
 * @param evidence why {@code controller} is to be believed
 */
public record VerificationKey(
    String id, String controller, PublicKey key, Set<String> purposes, Evidence evidence) {
  public VerificationKey {
    purposes = Set.copyOf(purposes);
  }

  /** What ties a key to its controller. */
  public enum Evidence {
    /** The controller's identifier is made of the key: did:key, did:jwk. */
    IDENTIFIER,
    /**
     * A document of the controller's own, read from where its identifier or the same site points.
     */
    DOCUMENT,
    /**
     * A bare key on a web site: it names no controller, so {@code controller} is the site, such as
     * {@code https://issuer.example}, and stands for everything on it.
     */
    SITE,
    /**
     * Nothing but the name in the proof: an https URL with the key in its fragment, which anybody
     * can write. It shows who is said to have signed, never who did.
     */
    CLAIM
  }
}
