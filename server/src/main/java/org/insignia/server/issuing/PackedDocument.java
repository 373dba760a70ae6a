package org.insignia.server.issuing;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.insignia.openbadges.json.Bytes;

/**
 * A signed document as it is stored: compressed with the frame that documents of its kind share, so
 * that little more than its own values and the signature is left.
 */
record PackedDocument(DocumentFrame frame, Bytes body) {
  /** Far above any credential of ours; a damaged row cannot fill the memory. */
  private static final int LONGEST = 1 << 20;

  static PackedDocument pack(DocumentFrame frame, Bytes document) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setDictionary(frame.text().view());
      deflater.setInput(document.view());
      deflater.finish();
      var out = new ByteArrayOutputStream(512);
      byte[] chunk = new byte[4096];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return new PackedDocument(frame, Bytes.wrap(out.toByteArray()));
    }
  }

  /** The document, byte for byte. */
  Bytes unpack() {
    try (var inflater = new Inflater(true)) {
      inflater.setDictionary(frame.text().view());
      inflater.setInput(body.view());
      var out = new ByteArrayOutputStream(4096);
      byte[] chunk = new byte[4096];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        boolean stuck = length == 0 && !inflater.finished();
        if (stuck || out.size() + length > LONGEST) {
          throw new IllegalStateException(
              "stored document is damaged after " + out.size() + " bytes");
        }
        out.write(chunk, 0, length);
      }
      return Bytes.wrap(out.toByteArray());
    } catch (DataFormatException e) {
      throw new IllegalStateException("stored document is damaged", e);
    }
  }
}
