package org.insignia.openbadges.shape;

import java.security.MessageDigest;
import java.util.Arrays;

/** A growing run of bytes. */
public final class ByteSink {
  private byte[] bytes;
  private int size;

  public ByteSink(int capacity) {
    this.bytes = new byte[capacity];
  }

  public void append(byte[] more) {
    if (bytes.length - size < more.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more.length));
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  int size() {
    return size;
  }

  /** What was appended; nothing may be appended any more. */
  public byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  int capacity() {
    return bytes.length;
  }

  void clear() {
    size = 0;
  }

  /** Hands over what was appended, and is empty again. */
  void drainTo(MessageDigest digest) {
    digest.update(bytes, 0, size);
    size = 0;
  }

  /** A copy of what was appended. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** The digest of what was appended. */
  public byte[] digest(MessageDigest digest) {
    digest.update(bytes, 0, size);
    return digest.digest();
  }
}
