package org.insignia.server.insights.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a limit; beyond it the document counts as damaged. */
final class Bounded extends FilterInputStream {
  private long left;

  Bounded(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    return spend(super.read(), 1);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    return spend(read, read);
  }

  private int spend(int result, int count) throws IOException {
    if (result >= 0) {
      left -= count;
      if (left < 0) {
        throw new java.util.zip.ZipException("larger than any feed");
      }
    }
    return result;
  }
}
