package org.insignia.openbadges.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/**
 * The files attached to a PDF: those in its table of embedded files, those that it or its pages
 * name as associated (PDF/A-3), and those pinned to a page.
 */
public final class Attachments {
  private static final int MOST = 20;
  private static final int MOST_NODES = 5_000;

  private final PdfFile file;
  private final Set<PdfValue> found = new LinkedHashSet<>();
  private final Set<PdfValue> seen = new HashSet<>();

  private Attachments(PdfFile file) {
    this.file = file;
  }

  /**
   * The contents of the files attached to a PDF in its newest version. What is packed in an unusual
   * way, damaged or too large is left out: it is no credential.
   *
   * @throws MalformedCredential where the PDF cannot be read, is encrypted, takes too much work, or
   *     has more than 20 attachments
   */
  public static List<Bytes> of(Bytes pdf) {
    PdfFile file = PdfFile.open(pdf.view());
    var attachments = new Attachments(file);
    PdfValue.Dictionary catalog = file.catalog();
    attachments.walk(file.dictionary(catalog.get("Names")).get("EmbeddedFiles"));
    attachments.associated(catalog);
    attachments.walk(catalog.get("Pages"));
    return attachments.contents();
  }

  /** Goes through a tree of names or of pages, each node once. */
  private void walk(@Nullable PdfValue tree) {
    Deque<PdfValue> open = new ArrayDeque<>();
    if (tree != null) {
      open.add(tree);
    }
    while (!open.isEmpty()) {
      PdfValue node = open.removeFirst();
      if (node instanceof PdfValue.Reference && !seen.add(node)) {
        continue;
      }
      if (seen.size() > MOST_NODES) {
        throw PdfParser.broken("more than " + MOST_NODES + " pages and tables");
      }
      PdfValue.Dictionary dictionary = file.dictionary(node);
      open.addAll(file.elements(dictionary.get("Kids")));
      List<PdfValue> names = file.elements(dictionary.get("Names"));
      for (int i = 1; i < names.size(); i += 2) {
        specification(names.get(i));
      }
      associated(dictionary);
      for (PdfValue annotation : file.elements(dictionary.get("Annots"))) {
        PdfValue.Dictionary pinned = file.dictionary(annotation);
        if (pinned.is("Subtype", "FileAttachment")) {
          specification(pinned.get("FS"));
        }
      }
    }
  }

  private void associated(PdfValue.Dictionary owner) {
    file.elements(owner.get("AF")).forEach(this::specification);
  }

  /** A file specification; that of a file outside has none embedded. */
  private void specification(@Nullable PdfValue value) {
    PdfValue.Dictionary embedded = file.dictionary(file.dictionary(value).get("EF"));
    for (String name : List.of("UF", "F")) {
      PdfValue stream = embedded.get(name);
      if (stream != null) {
        found.add(stream);
        if (found.size() > MOST) {
          throw PdfParser.broken("more than " + MOST + " attachments");
        }
        return;
      }
    }
  }

  private List<Bytes> contents() {
    var contents = new ArrayList<Bytes>();
    for (PdfValue reference : found) {
      try {
        if (file.resolved(reference) instanceof PdfValue.Stream stream) {
          contents.add(Bytes.wrap(file.content(stream)));
        }
      } catch (MalformedCredential e) {
        continue; // packed in an unusual way, damaged or too large: another attachment
      }
    }
    return contents;
  }
}
