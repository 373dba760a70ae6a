package org.insignia.server.sharing.share;

import java.util.Locale;
import java.util.Optional;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.CredentialImages;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.qr.QrCode;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.social.PictureSize;
import org.springframework.stereotype.Component;

/** A badge in all its forms, public or not: for its owner, whom the caller knows. */
@Component
public class BadgeForms {
  private static final int QR_SIDE = 1024;

  private final Credentials credentials;
  private final CredentialImages images;
  private final DesignImages looks;
  private final Jwts jwts;
  private final Settings settings;

  BadgeForms(
      Credentials credentials,
      CredentialImages images,
      DesignImages looks,
      Jwts jwts,
      Settings settings) {
    this.credentials = credentials;
    this.images = images;
    this.looks = looks;
    this.jwts = jwts;
    this.settings = settings;
  }

  /** In which form. */
  public enum Form {
    /** The signed document. */
    JSON,
    /** Signed anew as a JWT. */
    JWT,
    /** A picture with the document in it. */
    PNG,
    SVG,
    /** The address of its page. */
    QR_PNG,
    QR_SVG;

    /** As it is written in addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One of them, under the name that it is kept by. */
  public record File(String name, String type, Bytes content) {}

  /**
   * The badge in this form.
   *
   * @throws Problem.NotFound where there is none yet, and for a JWT of one that does not count
   */
  public File of(ShownBadge badge, Form form) {
    var id = badge.credential().id();
    return switch (form) {
      case JSON -> file(badge, ".json", "application/vc+ld+json", signed(credentials.document(id)));
      case JWT ->
          file(
              badge,
              ".jwt",
              "application/jwt",
              jwts.of(badge.credential())
                  .map(Bytes::utf8)
                  .orElseThrow(
                      () -> new Problem.NotFound("what does not count is not signed anew")));
      case PNG -> file(badge, ".png", "image/png", signed(images.bakedPng(id)));
      case SVG -> file(badge, ".svg", "image/svg+xml", signed(images.bakedSvg(id)));
      case QR_PNG -> file(badge, "-qr.png", "image/png", qr(badge).png(QR_SIDE));
      case QR_SVG -> file(badge, "-qr.svg", "image/svg+xml", Bytes.utf8(qr(badge).svg()));
    };
  }

  private static Bytes signed(Optional<Bytes> found) {
    return found.orElseThrow(() -> new Problem.NotFound("it is being signed; ask in a moment"));
  }

  /**
   * The badge without the credential in it.
   *
   * @param size side in pixels; the next larger one that there is
   */
  public File picture(ShownBadge badge, int size) {
    int drawn = PictureSize.atLeast(size);
    return file(
        badge, "-" + drawn + ".png", "image/png", looks.png(badge.credential().design(), drawn));
  }

  private QrCode qr(ShownBadge badge) {
    return QrCode.of(settings.url(badge.credential().path()).toString());
  }

  /** The achievement's name in addresses is letters, digits and hyphens. */
  private static File file(ShownBadge badge, String ending, String type, Bytes content) {
    return new File(badge.achievement().slug() + ending, type, content);
  }
}
