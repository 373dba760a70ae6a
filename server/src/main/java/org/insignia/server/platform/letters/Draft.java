package org.insignia.server.platform.letters;

import java.net.URI;
import java.util.List;
import org.insignia.server.platform.i18n.Language;

/**
 * What a mail says, before it is set as text and HTML.
 *
 * @param language of every text in it
 * @param fromName in whose name it goes out, also printed at its head
 * @param accent {@code #rrggbb} of rules and button, readable on white (see {@code Accent.onLight})
 * @param subject what and from whom, in one line
 * @param blocks from top to bottom
 * @param why why the reader gets this mail, in small print at its foot
 */
public record Draft(
    Language language,
    String fromName,
    String accent,
    String subject,
    List<Block> blocks,
    String why) {
  public Draft {
    blocks = List.copyOf(blocks);
    if (!accent.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException("not a colour: " + accent);
    }
  }

  /** One piece of a mail. */
  public sealed interface Block {}

  /** The line that says it all. */
  public record Heading(String text) implements Block {}

  /** A few sentences. */
  public record Paragraph(String text) implements Block {}

  /** Words of somebody else, for example a reason that was given. */
  public record Quote(String text) implements Block {}

  /**
   * A picture; the mail says the same without it.
   *
   * @param url absolute; many readers do not load it
   * @param alt what it shows, also shown where it is not loaded
   */
  public record Picture(URI url, String alt) implements Block {}

  /**
   * The one thing to do.
   *
   * @param label what pressing it does
   * @param url absolute; printed in full in the text part, and in small print under the button
   */
  public record Button(String label, URI url) implements Block {}

  /**
   * Something that may be done as well, in small print.
   *
   * @param url absolute; printed in full in the text part
   */
  public record SmallLink(String label, URI url) implements Block {}
}
