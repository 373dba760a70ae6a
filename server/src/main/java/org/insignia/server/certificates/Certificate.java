package org.insignia.server.certificates;

import java.time.Instant;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.CertificateNumber;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;

/**
 * The document of one earned certification: it says what the badge says, and stands as the badge
 * stands.
 *
 * @param retired whether the certification can no longer be earned: who has earned it keeps it
 */
public record Certificate(
    Credential credential,
    Achievement achievement,
    Organisation organisation,
    Standing standing,
    boolean retired) {

  /** How it stands at the moment. */
  public enum Standing {
    VALID,
    /** Its time is over; that it was earned stays true, and the date is printed on it. */
    EXPIRED,
    /** Out of force until the issuer reinstates it. */
    SUSPENDED,
    REVOKED,
    /** A corrected one stands in for it. */
    REPLACED
  }

  static Certificate of(
      Credential credential,
      Achievement achievement,
      Organisation organisation,
      boolean retired,
      Instant now) {
    var until = credential.validUntil();
    var standing =
        switch (credential.state()) {
          case ISSUED -> until != null && until.isBefore(now) ? Standing.EXPIRED : Standing.VALID;
          case SUSPENDED -> Standing.SUSPENDED;
          case REVOKED -> Standing.REVOKED;
          case REPLACED -> Standing.REPLACED;
        };
    return new Certificate(credential, achievement, organisation, standing, retired);
  }

  /** The badge that it is made of. */
  public CredentialId id() {
    return credential.id();
  }

  /** The number printed on it. */
  public CertificateNumber number() {
    return CertificateNumber.of(credential.id());
  }

  /** What was earned, in a language. */
  public String title(Language language) {
    return achievement.words(language).name();
  }

  /** Path of the page to which its QR code leads. */
  public String verifyPath() {
    return "/verify/" + number().text();
  }

  /**
   * Whether the document is handed out: nothing is printed that the issuer has taken out of force.
   */
  public boolean isPrintable() {
    return standing == Standing.VALID || standing == Standing.EXPIRED;
  }
}
