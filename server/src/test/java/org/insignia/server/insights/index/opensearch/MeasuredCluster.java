package org.insignia.server.insights.index.opensearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.lucene.util.IOUtils;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.MeasuredEngine;

/** An OpenSearch node of its own, on this machine. */
public final class MeasuredCluster implements MeasuredEngine {
  private final Path folder;
  private final RunningNode node;
  private final SearchSettings settings;
  private final OpenSearchIndex index;

  /**
   * An empty one.
   *
   * @param folder for what it keeps; dropped at the end
   * @param module where the module {@code searchnode} was built
   */
  public MeasuredCluster(Path folder, Path module) throws IOException {
    this.folder = folder;
    this.node = RunningNode.large(folder, module);
    this.settings = new SearchSettings(node.url(), "bench", null);
    this.index =
        new OpenSearchIndex(settings, URI.create("https://bench.example"), InstantSource.system());
    index.clear();
  }

  @Override
  public JobIndex index() {
    return index;
  }

  @Override
  public long size() throws IOException {
    order("/_all/_flush?force=true");
    try (var files = Files.walk(folder.resolve("data"))) {
      return files
          .filter(file -> file.toString().contains("/indices/"))
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** Of the whole process, in steps of a hundredth of a second. */
  @Override
  public long busy() {
    return ProcessHandle.of(node.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .orElse(0L);
  }

  @Override
  public void settle() {
    order("/_all/_forcemerge?max_num_segments=1&wait_for_completion=true");
    order("/_all/_refresh");
  }

  private void order(String path) {
    try (var cluster = new Cluster(settings, InstantSource.system())) {
      cluster.post(path, "", Duration.ofMinutes(10)).good();
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    node.close();
    IOUtils.rm(folder);
  }
}
