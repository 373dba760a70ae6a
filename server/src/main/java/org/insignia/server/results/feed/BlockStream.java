package org.insignia.server.results.feed;

import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A stored file's bytes, from a position on, fetched block by block. */
public final class BlockStream extends InputStream {
  /** Bytes of a stored block. Positions are computed with it: it can never change. */
  public static final int BLOCK = 256 * 1024;

  private final IntFunction<byte @Nullable []> blocks;
  private int ordinal;
  private byte[] block = new byte[0];
  private int at;
  private boolean ended;

  /**
   * @param blocks the block of a number, from 0 on; null behind the last
   */
  public BlockStream(IntFunction<byte @Nullable []> blocks, long position) {
    this.blocks = blocks;
    this.ordinal = Math.toIntExact(position / BLOCK);
    fetch();
    this.at = Math.min((int) (position % BLOCK), block.length);
  }

  private void fetch() {
    var next = blocks.apply(ordinal++);
    ended = next == null;
    block = next == null ? new byte[0] : next;
    at = 0;
  }

  private boolean exhausted() {
    while (at == block.length && !ended) {
      fetch();
    }
    return ended;
  }

  @Override
  public int read() {
    return exhausted() ? -1 : block[at++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (exhausted()) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, bytes, offset, count);
    at += count;
    return count;
  }
}
