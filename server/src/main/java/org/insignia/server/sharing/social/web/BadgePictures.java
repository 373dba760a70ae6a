package org.insignia.server.sharing.social.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.issuing.Renderings;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.web.PublicAnswer;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.social.PictureSize;
import org.insignia.server.sharing.social.SocialPictures;
import org.insignia.server.sharing.social.SvgCard;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pictures of a badge for other people's pages. They are not the credential: what is checked is the
 * page they lead to.
 */
@RestController
final class BadgePictures implements Renderings {
  private static final String BADGE =
      "/badges/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

  private final PublicBadges badges;
  private final SocialPictures pictures;
  private final DesignImages images;

  BadgePictures(PublicBadges badges, SocialPictures pictures, DesignImages images) {
    this.badges = badges;
    this.pictures = pictures;
    this.images = images;
  }

  @Override
  public List<String> addresses() {
    return List.of(
        "/badges/{id}/social.png",
        "/badges/{id}/social.png?lang=zh-CN",
        "/badges/{id}/card.svg",
        "/badges/{id}/picture.png",
        "/badges/{id}/picture.png?size=96");
  }

  /** The picture for link previews. */
  @GetMapping(BADGE + "/social.png")
  ResponseEntity<byte[]> social(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var picture = pictures.of(badges.inForce(new CredentialId(id)), Language.of(lang));
    return png(pictures.png(picture), request);
  }

  /** The card, which goes into a page as one picture. */
  @GetMapping(BADGE + "/card.svg")
  ResponseEntity<byte[]> card(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "en") String lang,
      HttpServletRequest request) {
    var badge = badges.inForce(new CredentialId(id));
    var card =
        SvgCard.draw(
            pictures.of(badge, Language.of(lang)), images.svg(badge.credential().design()).utf8());
    return PublicAnswer.of(Bytes.utf8(card), "image/svg+xml", PublicAnswer.HIDEABLE).to(request);
  }

  /**
   * The badge alone, without the credential in it.
   *
   * @param size its side in pixels; the next larger one of {@link PictureSize} is given
   */
  @GetMapping(BADGE + "/picture.png")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "400") int size,
      HttpServletRequest request) {
    var badge = badges.inForce(new CredentialId(id));
    return png(images.png(badge.credential().design(), PictureSize.atLeast(size)), request);
  }

  private static ResponseEntity<byte[]> png(Bytes image, HttpServletRequest request) {
    return PublicAnswer.of(image, "image/png", PublicAnswer.HIDEABLE).to(request);
  }
}
