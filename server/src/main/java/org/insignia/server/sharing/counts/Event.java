package org.insignia.server.sharing.counts;

/** What is counted. Names are stored: add, never rename. */
public enum Event {
  /** Somebody other than the owner opened the badge's page. */
  VIEW,
  /** The badge was shown on another site. */
  EMBED,
  /** Somebody handed it in to be verified, and it is as its issuer signed it. */
  VERIFY,
  /** The owner went on to another site to share it there. */
  LINKEDIN,
  LINKEDIN_PROFILE,
  FACEBOOK,
  X,
  WHATSAPP,
  EMAIL,
  /** The owner copied its address. */
  LINK;

  /** Whether its owner shared the badge. */
  public boolean isShare() {
    return this != VIEW && this != EMBED && this != VERIFY;
  }
}
