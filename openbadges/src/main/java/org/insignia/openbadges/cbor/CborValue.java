package org.insignia.openbadges.cbor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.insignia.openbadges.json.Bytes;
import org.jspecify.annotations.Nullable;

/** A CBOR value (RFC 8949) without floating point, which no proof uses. */
public sealed interface CborValue {

  /** A whole number in the range of a long. */
  record CborInt(long value) implements CborValue {}

  /** A byte string. */
  record CborBytes(Bytes value) implements CborValue {}

  /** A text. */
  record CborText(String value) implements CborValue {}

  /** An array. */
  record CborArray(List<CborValue> elements) implements CborValue {
    public CborArray {
      elements = List.copyOf(elements);
    }
  }

  /** A map; no key occurs twice. */
  record CborMap(SequencedMap<CborValue, CborValue> entries) implements CborValue {
    public CborMap {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /** The value of a whole-number key, or null. */
    public @Nullable CborValue get(long key) {
      return entries.get(new CborInt(key));
    }
  }

  /** A tagged value. */
  record CborTag(long tag, CborValue value) implements CborValue {}

  /** true or false. */
  record CborBoolean(boolean value) implements CborValue {}

  /** null. */
  record CborNull() implements CborValue {}
}
