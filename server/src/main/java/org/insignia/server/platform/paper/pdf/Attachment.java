package org.insignia.server.platform.paper.pdf;

import java.time.Instant;
import org.insignia.openbadges.json.Bytes;

/**
 * A file that travels inside a PDF: the data of which the document is the printed form.
 *
 * @param name of the file, with its ending
 * @param description what it is, in the document's language
 */
public record Attachment(
    String name, String mediaType, String description, Bytes content, Instant modified) {}
