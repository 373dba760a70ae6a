package org.insignia.server.platform.mail;

import java.net.URI;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
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
 * @param attachments files that go with it, together at most {@value #MOST_ATTACHED} bytes
 */
public record Letter(
    EmailAddress to,
    String fromName,
    String subject,
    String text,
    String html,
    @Nullable URI unsubscribe,
    List<Attachment> attachments) {
  /** What mail servers take without asking: 10 MB once encoded. */
  public static final int MOST_ATTACHED = 7 << 20;

  public Letter {
    subject = oneLine(subject);
    fromName = oneLine(fromName);
    attachments = List.copyOf(attachments);
    long attached = attachments.stream().mapToLong(a -> a.content().size()).sum();
    if (attached > MOST_ATTACHED) {
      throw new IllegalArgumentException(attached + " bytes are too many for a mail");
    }
  }

  /**
   * A file that goes with a letter.
   *
   * @param name as it is saved, for example {@code transcript.pdf}
   */
  public record Attachment(String name, String mediaType, Bytes content) {
    public Attachment {
      name = oneLine(name).replaceAll("[/\\\\:]", "-");
    }
  }

  /** A letter that is sent once. */
  public Letter(EmailAddress to, String fromName, String subject, String text, String html) {
    this(to, fromName, subject, text, html, null, List.of());
  }

  /** This letter, with a place to end mails of its kind. */
  public Letter endedAt(URI url) {
    return new Letter(to, fromName, subject, text, html, url, attachments);
  }

  /** This letter with a file. */
  public Letter with(Attachment file) {
    return new Letter(to, fromName, subject, text, html, unsubscribe, List.of(file));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
