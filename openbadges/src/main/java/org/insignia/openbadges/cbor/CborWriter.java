package org.insignia.openbadges.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.insignia.openbadges.cbor.CborValue.CborArray;
import org.insignia.openbadges.cbor.CborValue.CborBoolean;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborInt;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborNull;
import org.insignia.openbadges.cbor.CborValue.CborTag;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.json.Bytes;

/** One pass that writes one value. */
final class CborWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes write(CborValue value) {
    append(value);
    return Bytes.wrap(out.toByteArray());
  }

  private void append(CborValue value) {
    switch (value) {
      case CborInt number -> {
        if (number.value() >= 0) head(0, number.value());
        else head(1, -1 - number.value());
      }
      case CborBytes bytes -> string(2, bytes.value().view());
      case CborText text -> string(3, text.value().getBytes(StandardCharsets.UTF_8));
      case CborArray array -> {
        head(4, array.elements().size());
        array.elements().forEach(this::append);
      }
      case CborMap map -> {
        head(5, map.entries().size());
        map.entries()
            .forEach((key, entry) -> {
              append(key);
              append(entry);
            });
      }
      case CborTag tag -> {
        head(6, tag.tag());
        append(tag.value());
      }
      case CborBoolean bool -> out.write(bool.value() ? 0xf5 : 0xf4);
      case CborNull nothing -> out.write(0xf6);
    }
  }

  private void string(int major, byte[] bytes) {
    head(major, bytes.length);
    out.writeBytes(bytes);
  }

  private void head(int major, long argument) {
    if (argument < 24) {
      out.write(major << 5 | (int) argument);
      return;
    }
    int info = argument < 1 << 8 ? 24 : argument < 1 << 16 ? 25 : argument < 1L << 32 ? 26 : 27;
    out.write(major << 5 | info);
    for (int shift = (8 << (info - 24)) - 8; shift >= 0; shift -= 8) {
      out.write((int) (argument >> shift));
    }
  }
}
