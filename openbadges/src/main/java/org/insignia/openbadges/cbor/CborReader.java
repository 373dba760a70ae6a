package org.insignia.openbadges.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.insignia.openbadges.cbor.CborValue.CborArray;
import org.insignia.openbadges.cbor.CborValue.CborBoolean;
import org.insignia.openbadges.cbor.CborValue.CborBytes;
import org.insignia.openbadges.cbor.CborValue.CborInt;
import org.insignia.openbadges.cbor.CborValue.CborMap;
import org.insignia.openbadges.cbor.CborValue.CborNull;
import org.insignia.openbadges.cbor.CborValue.CborTag;
import org.insignia.openbadges.cbor.CborValue.CborText;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** One pass over one document. Never makes room for more than the bytes at hand can fill. */
final class CborReader {
  private static final int DEEPEST = 16;

  private final byte[] bytes;
  private int at;

  CborReader(byte[] bytes) {
    this.bytes = bytes;
  }

  CborValue document() {
    CborValue value = value(0);
    if (at != bytes.length) throw malformed("bytes after the value");
    return value;
  }

  private CborValue value(int depth) {
    if (depth > DEEPEST) throw malformed("nested deeper than " + DEEPEST);
    int initial = next();
    int major = initial >> 5;
    int info = initial & 31;
    if (major == 7) return simple(info);
    long argument = argument(info);
    return switch (major) {
      case 0 -> new CborInt(argument);
      case 1 -> new CborInt(-1 - argument);
      case 2 -> new CborBytes(Bytes.wrap(take(argument)));
      case 3 -> new CborText(text(take(argument)));
      case 4 -> array(argument, depth);
      case 5 -> map(argument, depth);
      default -> new CborTag(argument, value(depth + 1));
    };
  }

  private CborArray array(long size, int depth) {
    fits(size);
    var elements = new ArrayList<CborValue>((int) size);
    for (long i = 0; i < size; i++) elements.add(value(depth + 1));
    return new CborArray(elements);
  }

  private CborMap map(long size, int depth) {
    fits(size);
    var entries = new LinkedHashMap<CborValue, CborValue>();
    for (long i = 0; i < size; i++) {
      CborValue key = value(depth + 1);
      if (!(key instanceof CborInt || key instanceof CborText)) {
        throw malformed("a map key that is neither number nor text");
      }
      if (entries.putIfAbsent(key, value(depth + 1)) != null) {
        throw malformed("a map key that occurs twice");
      }
    }
    return new CborMap(entries);
  }

  private CborValue simple(int info) {
    return switch (info) {
      case 20 -> new CborBoolean(false);
      case 21 -> new CborBoolean(true);
      case 22 -> new CborNull();
      default -> throw malformed("floating point or an unknown simple value");
    };
  }

  private long argument(int info) {
    if (info < 24) return info;
    if (info > 27) throw malformed("an indefinite or reserved length");
    int width = 1 << (info - 24);
    long value = 0;
    for (byte b : take(width)) value = value << 8 | (b & 0xff);
    long shortest = info == 24 ? 24 : 1L << (width * 4);
    if (value < 0) throw malformed("a number over 63 bits");
    if (value < shortest) throw malformed("a head longer than needed");
    return value;
  }

  private void fits(long size) {
    if (size > bytes.length - at) throw malformed("a length past the end");
  }

  private int next() {
    fits(1);
    return bytes[at++] & 0xff;
  }

  private byte[] take(long length) {
    fits(length);
    byte[] taken = Arrays.copyOfRange(bytes, at, at + (int) length);
    at += (int) length;
    return taken;
  }

  private String text(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("text that is not UTF-8");
    }
  }

  private MalformedCredential malformed(String what) {
    return new MalformedCredential("", "CBOR: " + what + " (at byte " + at + ")");
  }
}
