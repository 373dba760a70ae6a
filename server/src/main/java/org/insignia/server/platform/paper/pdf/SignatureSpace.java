package org.insignia.server.platform.paper.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.insignia.openbadges.json.Bytes;

/**
 * The place in a file where its signature stands, which covers all bytes but those of itself
 * (12.8). The file is signed in the one piece in which it is written: nothing is ever added to it,
 * so any later addition is one that the signer has not seen.
 */
final class SignatureSpace {
  /** As wide as four numbers of ten digits. */
  private static final String RANGE = "[0 0000000000 0000000000 0000000000]";

  private final DocumentSeal seal;
  private final ObjectWriter out;
  private final int field;
  private int rangeAt;
  private int contentsAt;
  private int contentsEnd;

  SignatureSpace(DocumentSeal seal, ObjectWriter out, int field) {
    this.seal = seal;
    this.out = out;
    this.field = field;
  }

  /** Entries of the catalogue. */
  String form() {
    return "/AcroForm<</Fields[%d 0 R]/SigFlags 3>>".formatted(field);
  }

  void write(int page, int parent, Instant made) {
    int value = out.reserve();
    String start =
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M%s/Name%s/ByteRange"
            .formatted(Syntax.date(made), Syntax.text(seal.signer()));
    String body = start + RANGE + "/Contents<" + "0".repeat(2 * seal.largest()) + ">>>";
    int at = out.plain(value, body);
    rangeAt = at + start.length();
    contentsAt = at + start.length() + RANGE.length() + "/Contents".length();
    contentsEnd = contentsAt + 2 * seal.largest() + 2;
    out.put(
        field,
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU%s/F 132/Rect[0 0 0 0]/P %d 0 R/StructParent %d/V %d 0 R>>"
            .formatted(Syntax.text(seal.signer()), page, parent, value));
  }

  Bytes signed(Bytes file) {
    byte[] bytes = file.toArray();
    String range =
        "[0 %010d %010d %010d]".formatted(contentsAt, contentsEnd, bytes.length - contentsEnd);
    put(bytes, rangeAt, range);
    MessageDigest digest = Pdf.sha256();
    digest.update(bytes, 0, contentsAt);
    digest.update(bytes, contentsEnd, bytes.length - contentsEnd);
    Bytes signature = seal.sign(Bytes.wrap(digest.digest()));
    if (signature.size() > seal.largest()) {
      throw new IllegalStateException("a signature of " + signature.size() + " bytes");
    }
    put(bytes, contentsAt + 1, Syntax.hex(signature.toArray()));
    return Bytes.wrap(bytes);
  }

  private static void put(byte[] bytes, int at, String text) {
    byte[] value = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(value, 0, bytes, at, value.length);
  }
}
