package org.insignia.server.platform.paper;

import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.paper.drawing.Leaf;
import org.insignia.server.platform.paper.drawing.Tag;
import org.insignia.server.platform.paper.pdf.DocumentSeal;
import org.insignia.server.platform.paper.pdf.Pdf;

/**
 * Documents as PDF/A-3a and PDF/UA-1, and as pictures of their pages. It needs nothing but what it
 * is given, and may be used by any number of threads.
 */
public final class Paper {
  private final Document document;
  private final Tag tags = Tag.document();
  private final List<Leaf> leaves;

  private Paper(Document document) {
    this.document = document;
    this.leaves = new Setting(document, tags).leaves();
  }

  /** The document as a PDF. */
  public static Bytes pdf(Document document) {
    var paper = new Paper(document);
    return Pdf.write(paper.description(), paper.leaves, paper.tags);
  }

  /** The document as a PDF with a PAdES signature over all of it, attachments included. */
  public static Bytes signedPdf(Document document, DocumentSeal seal) {
    var paper = new Paper(document);
    return Pdf.write(paper.description(), paper.leaves, paper.tags, seal);
  }

  /**
   * A page as a PNG.
   *
   * @param page from 1; one behind the last is the last
   * @param width in pixels, 100 to 3000
   */
  public static Bytes png(Document document, int page, int width) {
    if (width < 100 || width > 3000) {
      throw new IllegalArgumentException("a width outside 100 to 3000: " + width);
    }
    List<Leaf> leaves = new Paper(document).leaves;
    return LeafPicture.png(leaves.get(Math.clamp(page, 1, leaves.size()) - 1), width);
  }

  /** How many pages the document has. */
  public static int pages(Document document) {
    return new Paper(document).leaves.size();
  }

  private Pdf.Description description() {
    return new Pdf.Description(
        document.language().tag(),
        document.title(),
        document.author(),
        document.made(),
        document.attachments());
  }
}
