package org.insignia.server.issuing;

import java.util.Optional;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.design.DesignId;
import org.springframework.stereotype.Component;

/** Badge images with their credential baked in. */
@Component
public class CredentialImages {
  /** The side of a baked PNG, in pixels. */
  static final int SIZE = 600;

  private final Credentials credentials;
  private final DesignImages images;

  CredentialImages(Credentials credentials, DesignImages images) {
    this.credentials = credentials;
    this.images = images;
  }

  /** A PNG that holds the signed credential. */
  public Optional<Bytes> bakedPng(CredentialId id) {
    return credentials
        .document(id)
        .map(document ->
            Baking.bakePng(images.png(design(id), SIZE), BakedKind.OPEN_BADGE_3, document.utf8()));
  }

  /** An SVG that holds the signed credential. */
  public Optional<Bytes> bakedSvg(CredentialId id) {
    return credentials
        .document(id)
        .map(document ->
            Baking.bakeSvg(images.svg(design(id)), BakedKind.OPEN_BADGE_3, document.utf8()));
  }

  private DesignId design(CredentialId id) {
    return credentials.find(id).orElseThrow().design();
  }
}
