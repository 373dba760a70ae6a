package org.insignia.server.platform.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A mail ready to be sent.
 *
 * @param fromName the organisation in whose name it goes out, shown beside the sender address of
 *     the settings
 * @param text the plain part, as good as the other
 * @param html the HTML part, complete document
 * @param unsubscribe where one POST ends mails of this kind, for the button that mail programs show
 *     (RFC 8058); null for a letter that is sent once
 */
public record Letter(
    EmailAddress to,
    String fromName,
    String subject,
    String text,
    String html,
    @Nullable URI unsubscribe) {
  public Letter {
    subject = oneLine(subject);
    fromName = oneLine(fromName);
  }

  /** A letter that is sent once. */
  public Letter(EmailAddress to, String fromName, String subject, String text, String html) {
    this(to, fromName, subject, text, html, null);
  }

  /** This letter, with a place to end mails of its kind. */
  public Letter endedAt(URI url) {
    return new Letter(to, fromName, subject, text, html, url);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
