package org.insignia.server.catalog.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails, rather than go on, when more bytes come than were agreed. */
final class CountedStream extends FilterInputStream {
  private long left;

  CountedStream(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long left() {
    return left;
  }

  private void count(long read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new TooLarge();
    }
  }

  /** More than agreed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
