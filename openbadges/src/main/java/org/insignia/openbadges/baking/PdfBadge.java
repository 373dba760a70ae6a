package org.insignia.openbadges.baking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * Finds a credential attached to a PDF. It looks for stream objects of type EmbeddedFile, which
 * stand uncompressed in the file even where cross references are compressed, and reads no other
 * part of the PDF: no scripts, no fonts, no encryption.
 */
final class PdfBadge {
  private static final byte[] MARK = "/EmbeddedFile".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_DICTIONARY = 2_000;
  private static final int MAX_ATTACHMENTS = 20;

  private PdfBadge() {}

  static Optional<Baked> find(byte[] pdf) {
    Set<Baked> badges = new LinkedHashSet<>();
    int attachments = 0;
    for (int at = indexOf(pdf, MARK, 0, pdf.length); at >= 0; at = next(pdf, at)) {
      int after = at + MARK.length;
      if (after < pdf.length && !isName(pdf[after])) {
        if (++attachments > MAX_ATTACHMENTS) {
          throw new MalformedCredential("", "PDF with more than 20 attachments");
        }
        attachment(pdf, at).map(PdfBadge::badge).ifPresent(badges::add);
      }
    }
    if (badges.size() > 1) {
      throw new MalformedCredential("", "PDF with " + badges.size() + " badges attached");
    }
    return badges.stream().findFirst();
  }

  private static int next(byte[] pdf, int at) {
    return indexOf(pdf, MARK, at + MARK.length, pdf.length);
  }

  /** The text of the stream whose dictionary holds this offset, if it may be a credential. */
  private static Optional<String> attachment(byte[] pdf, int at) {
    int stream = stream(pdf, at);
    if (stream < 0) {
      return Optional.empty(); // a file specification or a name tree, not the file itself
    }
    int object = lastObject(pdf, at);
    String dictionary = new String(pdf, object, stream - object, StandardCharsets.ISO_8859_1);
    if (dictionary.contains("endobj") || dictionary.contains("/Crypt")) {
      return Optional.empty();
    }
    int from = stream + STREAM.length;
    from += from < pdf.length && pdf[from] == '\r' ? 1 : 0;
    from += from < pdf.length && pdf[from] == '\n' ? 1 : 0;
    if (dictionary.contains("/FlateDecode")) {
      return inflated(pdf, from).flatMap(PdfBadge::credential);
    }
    int end = indexOf(pdf, END, from, pdf.length);
    return dictionary.contains("/Filter") || end < 0
        ? Optional.empty()
        : credential(Arrays.copyOfRange(pdf, from, end));
  }

  /** Where the keyword stands that ends the dictionary; names may hold the same letters. */
  private static int stream(byte[] pdf, int at) {
    int to = Math.min(pdf.length, at + MAX_DICTIONARY);
    int found = indexOf(pdf, STREAM, at, to);
    while (found >= 0) {
      int before = found - 1;
      while (before > at && pdf[before] <= ' ') {
        before--;
      }
      if (pdf[before] == '>' && pdf[before - 1] == '>') {
        return found;
      }
      found = indexOf(pdf, STREAM, found + 1, to);
    }
    return -1;
  }

  private static Optional<byte[]> inflated(byte[] pdf, int from) {
    try {
      return Optional.of(Inflation.inflate(pdf, from, pdf.length, "PDF attachment"));
    } catch (MalformedCredential e) {
      return Optional.empty(); // too large or damaged for a credential: another attachment
    }
  }

  private static Optional<String> credential(byte[] content) {
    if (content.length == 0 || content.length > Baking.MAX_TEXT_BYTES) {
      return Optional.empty();
    }
    String head = new String(content, 0, Math.min(64, content.length), StandardCharsets.UTF_8);
    if (!head.stripLeading().startsWith("{") && !head.stripLeading().startsWith("eyJ")) {
      return Optional.empty(); // an invoice, a spreadsheet: not ours to judge
    }
    String text = StrictUtf8.decode(content, 0, content.length, "PDF attachment").strip();
    return text.startsWith("{") && !text.contains("\"@context\"")
        ? Optional.empty()
        : Optional.of(text);
  }

  private static Baked badge(String text) {
    boolean clr = text.startsWith("{") && text.contains("\"ClrCredential\"");
    return new Baked(clr ? BakedKind.CLR_2 : BakedKind.OPEN_BADGE_3, text);
  }

  /** Where the object that holds this offset begins: behind the nearest "obj" before it. */
  private static int lastObject(byte[] pdf, int at) {
    for (int i = at; i > Math.max(3, at - MAX_DICTIONARY); i--) {
      if (pdf[i - 3] == 'o' && pdf[i - 2] == 'b' && pdf[i - 1] == 'j') {
        return i;
      }
    }
    return at;
  }

  private static boolean isName(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }

  private static int indexOf(byte[] in, byte[] what, int from, int to) {
    for (int i = from; i <= to - what.length; i++) {
      if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
