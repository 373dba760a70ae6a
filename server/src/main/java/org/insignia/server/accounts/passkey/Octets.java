package org.insignia.server.accounts.passkey;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that compare by content. */
final class Octets {
  private final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] toArray() {
    return bytes.clone();
  }

  /** As WebAuthn writes bytes in JSON. */
  String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets o && Arrays.equals(bytes, o.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
