package org.insignia.server.platform.mail;

/**
 * A mail ready to be sent.
 *
 * @param fromName the organisation in whose name it goes out, shown beside the sender address of
 *     the settings
 * @param text the plain part, as good as the other
 * @param html the HTML part, complete document
 */
public record Letter(EmailAddress to, String fromName, String subject, String text, String html) {
  public Letter {
    subject = oneLine(subject);
    fromName = oneLine(fromName);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
