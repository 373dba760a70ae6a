package org.insignia.server.insights.index.opensearch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real OpenSearch node as a process of its own, with a class path of its own (module {@code
 * searchnode}). It ends with this object, or with whoever started it.
 */
public final class RunningNode implements AutoCloseable {
  private static final Path MODULE = Path.of("..", "searchnode", "target").toAbsolutePath();

  private final Path home;
  private Process process;
  private String url;

  private RunningNode(Path home, Process process, String url) {
    this.home = home;
    this.process = process;
    this.url = url;
  }

  /** Starts one that keeps everything in this folder; a build without it skips the test. */
  public static RunningNode in(Path home) throws IOException {
    return at(home, 0);
  }

  /** The same at this port, 0 for any. */
  public static RunningNode at(Path home, int port) throws IOException {
    Assumptions.assumeTrue(
        Files.exists(MODULE.resolve("libraries")),
        "the module searchnode is not built; ./dev test builds it");
    var process = process(home, MODULE, "512m", Integer.toString(port));
    return new RunningNode(home, process, address(home, process));
  }

  /** The same for a benchmark, which has more memory. */
  static RunningNode large(Path home, Path module) throws IOException {
    var process = process(home, module, "2g", "0");
    return new RunningNode(home, process, address(home, process));
  }

  private static Process process(Path home, Path module, String memory, String port)
      throws IOException {
    var libraries = Files.readString(module.resolve("libraries"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + memory,
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            module.resolve("classes") + File.pathSeparator + libraries,
            "org.insignia.searchnode.SearchNode",
            home.toString(),
            port)
        .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("node.log").toFile()))
        .start();
  }

  private static String address(Path home, Process process) throws IOException {
    BufferedReader said = process.inputReader();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("http://")) {
        return line;
      }
    }
    throw new IOException("the node did not start:\n" + Files.readString(home.resolve("node.log")));
  }

  /** Where it is. */
  public String url() {
    return url;
  }

  long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Starts it again at the same address and waits until it has found what it kept. */
  void restart() throws IOException, InterruptedException {
    process = process(home, MODULE, "512m", url.substring(url.lastIndexOf(':') + 1));
    url = address(home, process);
    ask("GET", "/_cluster/health?wait_for_status=yellow&timeout=120s");
  }

  /** Deletes all indexes whose names begin so. */
  void drop(String prefix) throws IOException, InterruptedException {
    for (var index : ask("GET", "/_cat/indices/" + prefix + "*?h=index").lines().toList()) {
      ask("DELETE", "/" + index.strip());
    }
  }

  private String ask(String method, String path) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(url + path)).method(method, BodyPublishers.noBody());
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close(); // it leaves then
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
