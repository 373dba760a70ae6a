package org.insignia.server.catalog.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Files of a POSIX tar stream, one after the other. Names are labels and never paths; links,
 * devices and folders are passed over.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax, ustar
 *     format</a>
 */
final class TarEntries {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream in;

  TarEntries(InputStream in) {
    this.in = in;
  }

  /** A regular file. */
  record TarFile(String name, byte[] content) {}

  /**
   * The next regular file; null at the end.
   *
   * @param largest of one file, in bytes
   * @throws IOException if the archive is broken or ends early
   */
  @Nullable TarFile next(int largest) throws IOException {
    String longName = null;
    while (true) {
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || allZero(header)) {
        return null;
      }
      if (header.length < BLOCK) {
        throw new IOException("archive ends inside a header");
      }
      check(header);
      long size = number(header, 124, 12);
      char type = (char) header[156];
      if (type == 'L' || type == 'x') {
        String text = new String(content(size, LONGEST_NAME), StandardCharsets.UTF_8);
        longName = type == 'L' ? text.replace("\0", "") : paxPath(text, longName);
      } else if (type == '0' || type == 0) {
        String name = longName != null ? longName : name(header);
        return new TarFile(name, content(size, largest));
      } else {
        in.skipNBytes(padded(size));
        longName = null;
      }
    }
  }

  private byte[] content(long size, int largest) throws IOException {
    if (size > largest) {
      throw new CountedStream.TooLarge();
    }
    byte[] content = in.readNBytes((int) size);
    if (content.length < size) {
      throw new IOException("archive ends inside a file");
    }
    in.skipNBytes(padded(size) - size);
    return content;
  }

  private static long padded(long size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static @Nullable String paxPath(String records, @Nullable String otherwise) {
    for (String line : records.split("\n", -1)) {
      int at = line.indexOf(" path=");
      if (at > 0) {
        return line.substring(at + 6);
      }
    }
    return otherwise;
  }

  private static void check(byte[] header) throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw new IOException("not a tar header");
    }
  }

  private static long number(byte[] header, int from, int length) throws IOException {
    String digits = text(header, from, length).strip();
    try {
      long value = digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
      if (value < 0) {
        throw new IOException("negative size in a tar header");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new IOException("not an octal number in a tar header: " + digits, e);
    }
  }

  private static String name(byte[] header) {
    String prefix = header[257] == 'u' ? text(header, 345, 155) : "";
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static boolean allZero(byte[] header) {
    return Arrays.equals(header, new byte[header.length]);
  }
}
