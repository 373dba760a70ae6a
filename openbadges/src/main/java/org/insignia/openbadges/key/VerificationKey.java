package org.insignia.openbadges.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as its controller publishes it.
 *
 * @param id the verification method, as the proof names it
 * @param controller who may sign with it: a DID or an https URL, without fragment
 * @param purposes the proof purposes it may serve, such as {@code assertionMethod}
 * @param evidence why {@code controller} is to be believed
 * @param until when it ended, as its controller says ({@code revoked} or {@code expires}); what it
 *     signed then or later is not believed. Null for one without an end
 * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#verification-methods">Controlled
 *     Identifiers</a>
 */
public record VerificationKey(
    String id,
    String controller,
    PublicKey key,
    Set<String> purposes,
    Evidence evidence,
    @Nullable Instant until) {
  public VerificationKey {
    purposes = Set.copyOf(purposes);
  }

  /** A key without an end. */
  public VerificationKey(
      String id, String controller, PublicKey key, Set<String> purposes, Evidence evidence) {
    this(id, controller, key, purposes, evidence, null);
  }

  /** Whether it may have signed something that says it was signed then; null: it does not say. */
  public boolean mayHaveSignedAt(@Nullable Instant time) {
    return until == null || time != null && time.isBefore(until);
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
