package org.insignia.openbadges.status;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * One member of gzip (RFC 1952), bounded. The JDK's stream takes any number of members after each
 * other and ignores a tail; both let two readers see two lists, so they are refused here.
 */
final class Gzip {
  /** The most bytes that come out. */
  static final int MAX_BYTES = 8 << 20;

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int HAS_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private Gzip() {}

  static byte[] compress(byte[] plain) {
    // A list is written anew at every revocation: the best compression makes it a third smaller
    // and takes a hundred times as long.
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[HEADER.length + plain.length + plain.length / 1000 + 64];
      System.arraycopy(HEADER, 0, out, 0, HEADER.length);
      int size = HEADER.length;
      while (!deflater.finished()) {
        size += deflater.deflate(out, size, out.length - size);
      }
      var crc = new CRC32();
      crc.update(plain);
      ByteBuffer.wrap(out, size, 8)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt((int) crc.getValue())
          .putInt(plain.length);
      return Arrays.copyOf(out, size + 8);
    } finally {
      deflater.end();
    }
  }

  static byte[] decompress(byte[] packed, String pointer) {
    int start = header(packed, pointer);
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed, start, packed.length - start);
      byte[] plain = inflate(inflater, pointer);
      var crc = new CRC32();
      crc.update(plain);
      if (inflater.getRemaining() != 8) {
        throw new MalformedCredential(pointer, "gzip is cut or something follows it");
      }
      ByteBuffer end = ByteBuffer.wrap(packed, packed.length - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
      if (end.getInt() != (int) crc.getValue() || end.getInt() != plain.length) {
        throw new MalformedCredential(pointer, "gzip checksum differs");
      }
      return plain;
    } catch (DataFormatException e) {
      throw new MalformedCredential(pointer, "gzip is damaged");
    } finally {
      inflater.end();
    }
  }

  private static byte[] inflate(Inflater inflater, String pointer) throws DataFormatException {
    byte[] out = new byte[BitstringStatusList.MIN_BITS / 8 + 1];
    int size = 0;
    while (!inflater.finished()) {
      if (size == out.length) {
        out = Arrays.copyOf(out, Math.min(MAX_BYTES + 1, size * 4));
      }
      int n = inflater.inflate(out, size, out.length - size);
      if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new MalformedCredential(pointer, "gzip is cut");
      }
      size += n;
      if (size > MAX_BYTES) {
        throw new MalformedCredential(pointer, "list inflates to more than 8 MiB");
      }
    }
    return Arrays.copyOf(out, size);
  }

  private static int header(byte[] packed, String pointer) {
    if (packed.length < 18 || packed[0] != 0x1f || packed[1] != (byte) 0x8b || packed[2] != 8) {
      throw new MalformedCredential(pointer, "not gzip");
    }
    int flags = packed[3];
    if ((flags & 0xe0) != 0) {
      throw new MalformedCredential(pointer, "gzip with reserved flags");
    }
    int at = 10;
    if ((flags & HAS_EXTRA) != 0) {
      at += 2 + (packed[at] & 255) + ((packed[at + 1] & 255) << 8);
    }
    for (int flag : new int[] {HAS_NAME, HAS_COMMENT}) {
      if ((flags & flag) != 0) {
        while (at < packed.length && packed[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & HAS_CRC) != 0 ? 2 : 0;
    if (at > packed.length - 8) {
      throw new MalformedCredential(pointer, "gzip header is cut");
    }
    return at;
  }
}
