package org.insignia.server.issuing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;

/**
 * What all documents of one achievement, design, language and key share: such a document with empty
 * personal values.
 *
 * @param id the first half of the text's SHA-256
 */
record DocumentFrame(UUID id, Bytes text) {
  /** As much as the compression looks back. */
  private static final int LONGEST = 32_768;

  static DocumentFrame of(Bytes document) {
    byte[] all = document.toArray();
    Bytes text =
        all.length <= LONGEST
            ? document
            : Bytes.wrap(java.util.Arrays.copyOfRange(all, all.length - LONGEST, all.length));
    try {
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.view()));
      return new DocumentFrame(new UUID(hash.getLong(), hash.getLong()), text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
