package org.insignia.server.firstlight;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server as a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {
  private final Path data;
  private final int port;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServerProcess(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  static ServerProcess start(Path data, int port) throws IOException {
    return start(data, port, Map.of());
  }

  /** With these settings as its environment. */
  static ServerProcess start(
      Path data, int port, Map<String, String> environment, String... options) throws IOException {
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.insignia.server.Up",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "server.log")));
    builder.command().addAll(List.of(options));
    builder.environment().putAll(environment);
    var server = new ServerProcess(data, port, builder.start());
    server.awaitReady();
    return server;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (http.send(HttpRequest.newBuilder(url("/healthz")).build(), BodyHandlers.discarding())
                .statusCode()
            == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again below
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new IOException(
        "the server did not get ready:\n" + Files.readString(data.resolve("server.log")));
  }

  private URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  JsonObject post(String path, String contentType, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", contentType)
            .POST(body)
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return (JsonObject) Json.parse(response.body());
  }

  /** Asks for something to be done once. */
  HttpResponse<String> keyed(String path, String key, String json)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** What opens everything to programs. */
  String token() throws IOException {
    return Files.readString(data.resolve("admin.token")).strip();
  }

  int port() {
    return port;
  }

  /** As a power cut would end it: nothing is flushed, nobody is told. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Where a second node finds the database of this one, as the setting wants it. */
  String databaseUrl() throws IOException {
    return "postgres://postgres:%s@127.0.0.1:%s/postgres"
        .formatted(
            Files.readString(data.resolve("database/postgres.password")).strip(), databasePort());
  }

  private String databasePort() throws IOException {
    return Files.readAllLines(data.resolve("database/postgres/postmaster.pid")).get(3).strip();
  }

  /** The database of this server, read from outside; lives on while the server is dead. */
  JdbcClient database() throws IOException {
    return JdbcClient.create(source());
  }

  /** As {@link #database}, for connections that somebody holds. */
  DataSource source() throws IOException {
    return new DriverManagerDataSource(
        "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres",
        "postgres",
        Files.readString(data.resolve("database/postgres.password")).strip());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
