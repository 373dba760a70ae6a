package org.insignia.server.certificates.web;

import java.time.Instant;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as pages show it.
 *
 * @param reason why it is out of force; empty where it is not
 * @param contact where the issuer is reached; empty where that is not known
 */
public record CertificateView(
    String id,
    String title,
    String name,
    String issuer,
    String number,
    Instant issued,
    @Nullable Instant until,
    Certificate.Standing standing,
    boolean retired,
    boolean printable,
    String reason,
    String contact) {

  static CertificateView of(Certificate certificate, Language language) {
    var credential = certificate.credential();
    var reason = credential.stateReason();
    var contact = certificate.organisation().email();
    return new CertificateView(
        credential.id().value().toString(),
        certificate.title(language),
        credential.recipientName(),
        certificate.organisation().name(),
        certificate.number().text(),
        credential.earnedAt(),
        credential.validUntil(),
        certificate.standing(),
        certificate.retired(),
        certificate.isPrintable(),
        reason == null || certificate.isPrintable() ? "" : reason,
        contact == null ? "" : contact);
  }

  /** Path of the page that shows it. */
  public String path() {
    return "/home/certificates/" + id;
  }

  /** Tone of its standing: good, warn or bad. */
  public String tone() {
    return switch (standing) {
      case VALID -> "good";
      case EXPIRED, SUSPENDED -> "warn";
      case REVOKED, REPLACED -> "bad";
    };
  }

  /** Text key of its standing. */
  public String standingKey() {
    return "certificates.standing." + word();
  }

  /** Text key of what its standing means for the document. */
  public String adviceKey() {
    return "certificates.advice." + word();
  }

  private String word() {
    return retired && standing == Certificate.Standing.VALID ? "RETIRED" : standing.name();
  }
}
