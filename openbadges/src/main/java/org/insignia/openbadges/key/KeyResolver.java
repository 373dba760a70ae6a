package org.insignia.openbadges.key;

/** Port: finds the key that a proof names. */
@FunctionalInterface
public interface KeyResolver {

  /**
   * @param verificationMethod as written in a proof or in the {@code kid} of a JWT; hostile input
   */
  Resolution resolve(String verificationMethod);

  /**
   * Whether a controller publishes this very key for making statements; for proofs that bring their
   * key along.
   *
   * @param controller a DID or URL; hostile input
   * @return {@link Resolution.NotFound} where the controller's keys are known and this is none of
   *     them
   */
  default Resolution publishedBy(String controller, PublicKey key) {
    return new Resolution.Unavailable("the keys of the controller are not known");
  }

  /**
   * Whether a controller publishes this very key as its own, for whatever it is used.
   *
   * @param controller a DID or URL; hostile input
   */
  default Resolution namedBy(String controller, PublicKey key) {
    return publishedBy(controller, key);
  }
}
