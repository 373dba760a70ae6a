package org.insignia.server.accounts.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/** The bytes of a picture that we drew. */
public final class Jpeg {
  private final byte[] bytes;

  Jpeg(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** How many bytes. */
  public int size() {
    return bytes.length;
  }

  /** Writes all of them. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** For a {@code data:} address, or to compare. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  byte[] toArray() {
    return bytes.clone();
  }
}
