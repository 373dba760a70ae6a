package org.insignia.server.sharing.counts;

/** What is counted by day. Names are stored: add, never rename. */
public enum Kind {
  ISSUED,
  ACCEPTED,
  VIEWED,
  SHARED,
  EMBEDDED,
  VERIFIED;

  /** What an event is counted as. */
  public static Kind of(Event event) {
    return switch (event) {
      case VIEW -> VIEWED;
      case EMBED -> EMBEDDED;
      case VERIFY -> VERIFIED;
      case LINKEDIN, LINKEDIN_PROFILE, FACEBOOK, X, WHATSAPP, EMAIL, LINK -> SHARED;
    };
  }
}
