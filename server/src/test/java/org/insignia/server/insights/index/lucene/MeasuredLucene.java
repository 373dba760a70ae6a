package org.insignia.server.insights.index.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.MeasuredEngine;

/** The embedded engine; it works on the thread that asks. */
public final class MeasuredLucene implements MeasuredEngine {
  private final Path folder;
  private final LuceneIndex index;
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();

  /** An empty one in this folder, which is dropped at the end. */
  public MeasuredLucene(Path folder) {
    this.folder = folder;
    this.index = LuceneIndex.in(folder);
  }

  @Override
  public JobIndex index() {
    return index;
  }

  @Override
  public long size() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Override
  public long busy() {
    return thread.getCurrentThreadCpuTime();
  }

  @Override
  public void settle() {
    index.settle();
  }

  @Override
  public void close() throws IOException {
    index.close();
    IOUtils.rm(folder);
  }
}
