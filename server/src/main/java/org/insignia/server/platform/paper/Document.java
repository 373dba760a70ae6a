package org.insignia.server.platform.paper;

import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.pdf.Attachment;

/**
 * What is to be printed.
 *
 * @param language that of its texts; words of another one say so themselves ({@link Words.Span})
 * @param title as the window that shows it is called
 * @param author who gives it out
 * @param made when; the same document of the same moment is the same file, byte for byte
 * @param attachments files that travel inside the PDF
 */
public record Document(
    Sheet sheet,
    Language language,
    String title,
    String author,
    Instant made,
    List<Part> parts,
    List<Attachment> attachments) {
  public Document {
    parts = List.copyOf(parts);
    attachments = List.copyOf(attachments);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a document without pages");
    }
  }
}
