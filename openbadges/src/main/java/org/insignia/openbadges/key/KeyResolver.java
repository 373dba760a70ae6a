package org.insignia.openbadges.key;

/** Port: finds the key that a proof names. */
@FunctionalInterface
public interface KeyResolver {

  /**
   * @param verificationMethod as written in a proof or in the {@code kid} of a JWT; hostile input
   */
  Resolution resolve(String verificationMethod);
}
