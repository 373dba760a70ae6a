package org.insignia.openbadges.issue;

import java.security.MessageDigest;
import java.util.Arrays;

/** A growing run of bytes. */
final class ByteSink {
  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    this.bytes = new byte[capacity];
  }

  void append(byte[] more) {
    if (bytes.length - size < more.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more.length));
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** What was appended; nothing may be appended any more. */
  byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  byte[] digest(MessageDigest digest) {
    digest.update(bytes, 0, size);
    return digest.digest();
  }
}
