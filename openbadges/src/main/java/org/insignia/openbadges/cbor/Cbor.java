package org.insignia.openbadges.cbor;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** Reads and writes CBOR strictly: definite lengths and shortest heads only (RFC 8949, 4.2.1). */
public final class Cbor {
  private Cbor() {}

  /**
   * Reads one value.
   *
   * @throws MalformedCredential for indefinite lengths, heads longer than needed, floating point,
   *     map keys that occur twice, text that is not UTF-8, nesting deeper than 16, bytes left over
   */
  public static CborValue read(Bytes bytes) {
    return new CborReader(bytes.view()).document();
  }

  /** Writes with the map entries in their order. */
  public static Bytes write(CborValue value) {
    return new CborWriter().write(value);
  }
}
