package org.insignia.server.insights.index;

import java.io.IOException;

/** An engine that can be measured. */
public interface MeasuredEngine extends AutoCloseable {
  /** The engine. */
  JobIndex index();

  /** Bytes on disk. */
  long size() throws IOException;

  /** Processor time it has used so far, in nanoseconds. */
  long busy();

  /** Merges all parts into one. */
  void settle();

  @Override
  void close() throws IOException;
}
