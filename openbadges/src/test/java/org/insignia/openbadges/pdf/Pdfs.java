package org.insignia.openbadges.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.insignia.openbadges.json.Bytes;

/** PDFs as another implementation writes them. */
public final class Pdfs {
  private Pdfs() {}

  /** Where the attachment hangs. */
  public enum Place {
    NAME_TREE,
    DEEP_NAME_TREE,
    ASSOCIATED,
    ASSOCIATED_AND_NAMED,
    ASSOCIATED_WITH_A_PAGE,
    PINNED_TO_A_PAGE
  }

  /** How the file is written. */
  public enum Form {
    OBJECT_STREAMS,
    PLAIN,
    PACKED_ATTACHMENT,
    UNTYPED_ATTACHMENT
  }

  interface Work {
    void on(PDDocument document) throws IOException;
  }

  /** A PDF of two pages with this attached. */
  public static Bytes with(String attachment, Place place, Form form) {
    return saved(document -> attach(document, attachment, place, form), form);
  }

  static Bytes saved(Work work, Form form) {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.addPage(new PDPage());
      work.on(document);
      return written(document, form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes written(PDDocument document, Form form) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(
        out,
        form == Form.PLAIN
            ? CompressParameters.NO_COMPRESSION
            : CompressParameters.DEFAULT_COMPRESSION);
    return Bytes.wrap(out.toByteArray());
  }

  static void attach(PDDocument document, String text, Place place, Form form) throws IOException {
    PDComplexFileSpecification file = specification(document, text, form);
    var catalog = document.getDocumentCatalog();
    switch (place) {
      case NAME_TREE -> name(document, file, false);
      case DEEP_NAME_TREE -> name(document, file, true);
      case ASSOCIATED -> catalog.getCOSObject().setItem(COSName.AF, one(file));
      case ASSOCIATED_AND_NAMED -> {
        catalog.getCOSObject().setItem(COSName.AF, one(file));
        name(document, file, false);
      }
      case ASSOCIATED_WITH_A_PAGE ->
          document.getPage(1).getCOSObject().setItem(COSName.AF, one(file));
      case PINNED_TO_A_PAGE -> {
        var pin = new PDAnnotationFileAttachment();
        pin.setFile(file);
        document.getPage(1).getAnnotations().add(pin);
      }
    }
  }

  private static COSArray one(PDComplexFileSpecification file) {
    var array = new COSArray();
    array.add(file.getCOSObject());
    file.getCOSObject().setName(COSName.AF_RELATIONSHIP, "Data");
    return array;
  }

  private static PDComplexFileSpecification specification(
      PDDocument document, String text, Form form) throws IOException {
    var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    PDEmbeddedFile embedded =
        form == Form.PACKED_ATTACHMENT
            ? new PDEmbeddedFile(document, content, COSName.FLATE_DECODE)
            : new PDEmbeddedFile(document, content);
    embedded.setSubtype("application/vc+ld+json");
    if (form == Form.UNTYPED_ATTACHMENT) {
      embedded.getCOSObject().removeItem(COSName.TYPE);
    }
    var file = new PDComplexFileSpecification();
    file.setFile("badge.json");
    file.setFileUnicode("badge.json");
    file.setEmbeddedFile(embedded);
    return file;
  }

  private static void name(PDDocument document, PDComplexFileSpecification file, boolean deep) {
    var leaf = new PDEmbeddedFilesNameTreeNode();
    leaf.setNames(Map.of("badge (1).json", file));
    var tree = leaf;
    for (int i = 0; deep && i < 5; i++) {
      var above = new PDEmbeddedFilesNameTreeNode();
      above.setKids(java.util.List.of(tree));
      tree = above;
    }
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  /** The file with an increment at its end, in which the attachment is another. */
  static Bytes changed(Bytes pdf, String attachment, Place place) {
    return incremented(
        pdf, document -> attach(document, attachment, place, Form.PACKED_ATTACHMENT));
  }

  /** The file with an increment at its end, in which nothing is attached any more. */
  static Bytes removed(Bytes pdf) {
    return incremented(
        pdf, document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES));
  }

  private static Bytes incremented(Bytes pdf, Work work) {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      work.on(document);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return Bytes.wrap(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bytes encrypted(String attachment, int keyLength) {
    return saved(
        document -> {
          attach(document, attachment, Place.NAME_TREE, Form.PACKED_ATTACHMENT);
          var policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
          policy.setEncryptionKeyLength(keyLength);
          document.protect(policy);
        },
        Form.PACKED_ATTACHMENT);
  }
}
