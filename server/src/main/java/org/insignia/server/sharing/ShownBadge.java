package org.insignia.server.sharing;

import org.insignia.server.catalog.Achievement;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.organisations.Organisation;

/**
 * A badge that the one who asks may see.
 *
 * @param own whether the one who asks is its owner
 */
public record ShownBadge(
    Credential credential,
    Claim claim,
    Organisation organisation,
    Achievement achievement,
    boolean own) {

  /** The path of the achievement's page. */
  public String achievementPath() {
    return "/org/" + organisation.slug() + "/badge/" + achievement.slug();
  }

  /** The path of the same picture that programs put a size before: {@code /size/340x340}. */
  public String image() {
    return "/images/" + credential.design().value() + "/" + achievement.slug() + ".png";
  }

  /**
   * The path of the picture in the look it was issued with. It holds no credential, so it shows
   * nothing of the earner and is there for private badges too.
   *
   * @param size side in pixels
   */
  public String picture(int size) {
    return achievementPath() + "/image.png?design=" + credential.design().value() + "&size=" + size;
  }
}
