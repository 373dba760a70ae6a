package org.insignia.server.results.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they come, except that UTF-16 with a byte-order mark ("Unicode text" of spreadsheets) is
 * turned into UTF-8.
 */
public final class Utf8Stream extends InputStream {
  private final InputStream in;
  private final @Nullable Reader characters;
  private final char[] read = new char[8192];
  private byte[] pending = new byte[0];
  private int at;
  private int carried;

  private Utf8Stream(InputStream in, boolean utf16) {
    this.in = in;
    this.characters = utf16 ? new InputStreamReader(in, StandardCharsets.UTF_16) : null;
  }

  /** Looks at the first two bytes. */
  public static Utf8Stream of(InputStream raw) throws IOException {
    var in = new BufferedInputStream(raw, 64 * 1024);
    in.mark(2);
    var head = in.readNBytes(2);
    in.reset();
    boolean little = head.length == 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
    boolean big = head.length == 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
    return new Utf8Stream(in, little || big);
  }

  /** Whether it was turned. */
  public boolean wasUtf16() {
    return characters != null;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (characters == null) {
      return in.read(bytes, offset, length);
    }
    if (length == 0) {
      return 0;
    }
    if (at == pending.length && !encodeMore(characters)) {
      return -1;
    }
    int count = Math.min(length, pending.length - at);
    System.arraycopy(pending, at, bytes, offset, count);
    at += count;
    return count;
  }

  /** Keeps the first half of a surrogate pair for the next turn. */
  private boolean encodeMore(Reader from) throws IOException {
    int count = from.read(read, carried, read.length - carried);
    int length = carried + Math.max(count, 0);
    if (length == 0) {
      return false;
    }
    boolean half = count > 0 && Character.isHighSurrogate(read[length - 1]);
    int whole = half ? length - 1 : length;
    pending = new String(read, 0, whole).getBytes(StandardCharsets.UTF_8);
    at = 0;
    carried = half ? 1 : 0;
    read[0] = half ? read[length - 1] : read[0];
    return pending.length > 0 || encodeMore(from);
  }
}
