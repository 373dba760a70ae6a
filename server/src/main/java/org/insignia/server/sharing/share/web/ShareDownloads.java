package org.insignia.server.sharing.share.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialImages;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.DesignImages;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.qr.QrCode;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.share.Jwts;
import org.insignia.server.sharing.social.PictureSize;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A badge in all its forms for its owner, public or not: it is theirs. Nobody keeps a copy on the
 * way.
 */
@RestController
final class ShareDownloads {
  private static final int QR_SIDE = 1024;

  private final PublicBadges badges;
  private final Credentials credentials;
  private final CredentialImages images;
  private final DesignImages looks;
  private final Jwts jwts;
  private final ShareSheets sheets;
  private final Settings settings;

  ShareDownloads(
      PublicBadges badges,
      Credentials credentials,
      CredentialImages images,
      DesignImages looks,
      Jwts jwts,
      ShareSheets sheets,
      Settings settings) {
    this.badges = badges;
    this.credentials = credentials;
    this.images = images;
    this.looks = looks;
    this.jwts = jwts;
    this.sheets = sheets;
    this.settings = settings;
  }

  @GetMapping(SharePages.BADGE + "/badge.png")
  ResponseEntity<byte[]> png(@PathVariable UUID id, Shell shell) {
    var badge = own(id, shell);
    return file(badge, ".png", "image/png", images.bakedPng(new CredentialId(id)).orElseThrow());
  }

  @GetMapping(SharePages.BADGE + "/badge.svg")
  ResponseEntity<byte[]> svg(@PathVariable UUID id, Shell shell) {
    var badge = own(id, shell);
    return file(
        badge, ".svg", "image/svg+xml", images.bakedSvg(new CredentialId(id)).orElseThrow());
  }

  @GetMapping(SharePages.BADGE + "/badge.json")
  ResponseEntity<byte[]> json(@PathVariable UUID id, Shell shell) {
    var badge = own(id, shell);
    var document = credentials.document(new CredentialId(id)).orElseThrow();
    return file(badge, ".json", "application/vc+ld+json", document);
  }

  @GetMapping(SharePages.BADGE + "/badge.jwt")
  ResponseEntity<byte[]> jwt(@PathVariable UUID id, Shell shell) {
    var badge = own(id, shell);
    var jwt =
        jwts.of(badge.credential())
            .orElseThrow(() -> new Problem.NotFound("what does not count is not signed anew"));
    return file(badge, ".jwt", "application/jwt", Bytes.utf8(jwt));
  }

  /** The badge without the credential in it. */
  @GetMapping(SharePages.BADGE + "/picture.png")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestParam(defaultValue = "600") int size, Shell shell) {
    var badge = own(id, shell);
    int drawn = PictureSize.atLeast(size);
    var image = looks.png(badge.credential().design(), drawn);
    return file(badge, "-" + drawn + ".png", "image/png", image);
  }

  @GetMapping(SharePages.BADGE + "/qr.svg")
  ResponseEntity<byte[]> qr(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String show, Shell shell) {
    var badge = own(id, shell);
    var image = Bytes.utf8(qr(badge).svg());
    return show.isEmpty()
        ? file(badge, "-qr.svg", "image/svg+xml", image)
        : answer("image/svg+xml").body(image.view());
  }

  @GetMapping(SharePages.BADGE + "/qr.png")
  ResponseEntity<byte[]> qrPng(@PathVariable UUID id, Shell shell) {
    var badge = own(id, shell);
    return file(badge, "-qr.png", "image/png", qr(badge).png(QR_SIDE));
  }

  /** What the signature for mails looks like; its styles are allowed here and nowhere else. */
  @GetMapping(SharePages.BADGE + "/signature")
  ResponseEntity<byte[]> signature(@PathVariable UUID id, Shell shell) {
    var html =
        """
        <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title></head><body style="margin:8px;background:#ffffff;">%s</body></html>
        """
            .formatted(
                shell.language().tag(),
                shell.t("share.embed.signature"),
                sheets.signature(own(id, shell), shell));
    return answer("text/html;charset=UTF-8")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'self'; sandbox")
        .body(html.getBytes(StandardCharsets.UTF_8));
  }

  private QrCode qr(ShownBadge badge) {
    return QrCode.of(settings.url(badge.credential().path()).toString());
  }

  private ShownBadge own(UUID id, Shell shell) {
    var viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("there is no public badge " + id);
    }
    return badges.ofOwner(new CredentialId(id), new PersonId(viewer.id()));
  }

  /** The achievement's name in addresses is letters, digits and hyphens. */
  private static ResponseEntity<byte[]> file(
      ShownBadge badge, String ending, String type, Bytes content) {
    var name = badge.achievement().slug() + ending;
    return answer(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content.view());
  }

  private static ResponseEntity.BodyBuilder answer(String type) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_TYPE, type);
  }
}
