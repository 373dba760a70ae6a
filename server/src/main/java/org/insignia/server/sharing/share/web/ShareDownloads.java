package org.insignia.server.sharing.share.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.PublicBadges;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.share.BadgeForms;
import org.insignia.server.sharing.share.BadgeForms.Form;
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
  private final PublicBadges badges;
  private final BadgeForms forms;
  private final ShareSheets sheets;

  ShareDownloads(PublicBadges badges, BadgeForms forms, ShareSheets sheets) {
    this.badges = badges;
    this.forms = forms;
    this.sheets = sheets;
  }

  @GetMapping(SharePages.BADGE + "/badge.png")
  ResponseEntity<byte[]> png(@PathVariable UUID id, Shell shell) {
    return file(forms.of(own(id, shell), Form.PNG));
  }

  @GetMapping(SharePages.BADGE + "/badge.svg")
  ResponseEntity<byte[]> svg(@PathVariable UUID id, Shell shell) {
    return file(forms.of(own(id, shell), Form.SVG));
  }

  @GetMapping(SharePages.BADGE + "/badge.json")
  ResponseEntity<byte[]> json(@PathVariable UUID id, Shell shell) {
    return file(forms.of(own(id, shell), Form.JSON));
  }

  @GetMapping(SharePages.BADGE + "/badge.jwt")
  ResponseEntity<byte[]> jwt(@PathVariable UUID id, Shell shell) {
    return file(forms.of(own(id, shell), Form.JWT));
  }

  /** The badge without the credential in it. */
  @GetMapping(SharePages.BADGE + "/picture.png")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestParam(defaultValue = "600") int size, Shell shell) {
    return file(forms.picture(own(id, shell), size));
  }

  @GetMapping(SharePages.BADGE + "/qr.svg")
  ResponseEntity<byte[]> qr(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String show, Shell shell) {
    var qr = forms.of(own(id, shell), Form.QR_SVG);
    return show.isEmpty() ? file(qr) : answer(qr.type()).body(qr.content().view());
  }

  @GetMapping(SharePages.BADGE + "/qr.png")
  ResponseEntity<byte[]> qrPng(@PathVariable UUID id, Shell shell) {
    return file(forms.of(own(id, shell), Form.QR_PNG));
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

  private ShownBadge own(UUID id, Shell shell) {
    var viewer = shell.viewer();
    if (viewer == null) {
      throw new Problem.NotFound("there is no public badge " + id);
    }
    return badges.ofOwner(new CredentialId(id), new PersonId(viewer.id()));
  }

  private static ResponseEntity<byte[]> file(BadgeForms.File file) {
    return answer(file.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .body(file.content().view());
  }

  private static ResponseEntity.BodyBuilder answer(String type) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_TYPE, type);
  }
}
