package org.insignia.openbadges.proof;

import org.insignia.openbadges.key.VerificationKey;

/**
 * Whether the key of a proof is the issuer's. Apart from whether the proof holds: anybody can sign
 * anything.
 */
public sealed interface IssuerBinding {

  /** The issuer controls the key, shown by the identifier itself or by its own document. */
  record Bound() implements IssuerBinding {}

  /** The proof names the issuer as controller, but nothing of the issuer's confirms the key. */
  record Claimed() implements IssuerBinding {}

  /** The key is somebody else's. */
  record Foreign(String controller) implements IssuerBinding {}

  /**
   * Compares exactly, as identifiers of credentials are compared.
   *
   * @param issuerId {@code issuer} or {@code issuer.id} of the document
   */
  static IssuerBinding of(VerificationKey key, String issuerId) {
    String controller = key.controller();
    return switch (key.evidence()) {
      case IDENTIFIER, DOCUMENT ->
          controller.equals(issuerId) ? new Bound() : new Foreign(controller);
      case SITE ->
          controller.equals(issuerId) || issuerId.startsWith(controller + "/")
              ? new Bound()
              : new Foreign(controller);
      case CLAIM -> controller.equals(issuerId) ? new Claimed() : new Foreign(controller);
    };
  }
}
