package org.insignia.openbadges.shape;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Sinks that are used again and again: memory that is warm costs a fraction of new memory, and not
 * one for each thread, of which there may be thousands.
 */
public final class Scratch {
  private static final int SINKS = 8;
  private static final int USUAL = 16 * 1024;
  private static final int LARGEST = 256 * 1024;

  private static final AtomicReferenceArray<ByteSink> FREE = new AtomicReferenceArray<>(SINKS);

  private Scratch() {}

  /** Does some work with an empty sink, which must not be used after it. */
  public static <T> T with(Function<ByteSink, T> work) {
    int place = (int) Thread.currentThread().threadId() & (SINKS - 1);
    ByteSink free = FREE.getAndSet(place, null);
    ByteSink sink = free == null ? new ByteSink(USUAL) : free;
    T result = work.apply(sink);
    sink.clear();
    if (sink.capacity() <= LARGEST) {
      FREE.set(place, sink);
    }
    return result;
  }
}
