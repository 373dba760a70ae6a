package org.insignia.openbadges.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes with value equality; the only form in which bytes cross a package. */
public final class Bytes {
  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** These bytes without copying: the caller must not write to the array again. */
  public static Bytes wrap(byte[] value) {
    return new Bytes(value);
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy. */
  public byte[] toArray() {
    return value.clone();
  }

  /** The array itself, for reading only. */
  public byte[] view() {
    return value;
  }

  /** Length in bytes. */
  public int size() {
    return value.length;
  }

  /** Decoded as UTF-8; malformed sequences become U+FFFD. */
  public String utf8() {
    return new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes b && Arrays.equals(value, b.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return value.length <= 32 ? HexFormat.of().formatHex(value) : value.length + " bytes";
  }
}
