package org.insignia.openbadges.baking;

/**
 * What a picture carries.
 *
 * @param text the credential as JSON, as a compact JWS, or (OB 1 and 2) the URL where it is hosted;
 *     never blank, not yet parsed and not yet trusted
 */
public record Baked(BakedKind kind, String text) {
  public Baked {
    if (text.isBlank()) {
      throw new IllegalArgumentException("nothing to bake");
    }
  }
}
