package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole servers on one database, as behind a balancer. */
class TwoNodesTest {
  private static final int CLIENTS = 50;
  private static final int GUESSES = 20;

  /** The most wrong codes that are judged for one transcript in an hour. */
  private static final int LIMIT = 10;

  private static final int JUDGED = 422;
  private static final int TURNED_AWAY = 429;
  @TempDir private Path folder;

  /** A transcript that somebody shares. */
  private record Shared(String id, String code) {}

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void two_nodes_are_one_server() throws Exception {
    var first = Files.createDirectories(folder.resolve("first"));
    var second = Files.createDirectories(folder.resolve("second"));
    int port = ServerProcess.freePort();
    try (var one = ServerProcess.start(first, port, Map.of(), "--demo")) {
      Files.copy(first.resolve("kek"), second.resolve("kek"));
      var environment =
          Map.of(
              "INSIGNIA_DATABASE_URL",
              one.databaseUrl(),
              "INSIGNIA_LOG",
              "json",
              "INSIGNIA_BASE_URL",
              "http://localhost:" + port);
      int otherPort = ServerProcess.freePort();
      try (var other = ServerProcess.start(second, otherPort, environment)) {
        var nodes = List.of(port, otherPort);
        parallel_guesses_at_two_nodes_are_counted_as_one(nodes, shared(first.resolve("demo.json")));
        var spray = new PasswordSpray(nodes);
        spray.both_nodes_count_the_same_wrong_passwords();
        new SharedWork(one, other, port, first, second).is_done_once_and_by_the_node_that_is_left();
        spray.what_was_counted_outlives_a_node();
        Logs.show_no_secret(first, second);
        Logs.are_json(second);
      }
    }
  }

  /** C9, C10: 50 clients x 20 guesses: ten are judged, then nobody gets in. */
  private void parallel_guesses_at_two_nodes_are_counted_as_one(List<Integer> nodes, Shared shared)
      throws Exception {
    int judged = race(nodes, shared);
    assertThat(judged).isPositive().isLessThanOrEqualTo(LIMIT);
    // Where a node was so busy that it gave a try back, the ones left over are used up here.
    for (int i = 0; guess(nodes.get(i % 2), shared, "left over " + i, 100 + i) == JUDGED; i++) {
      judged++;
    }
    assertThat(judged).isEqualTo(LIMIT);
    for (int node : nodes) {
      assertThat(guess(node, shared, shared.code(), 1_000)).isEqualTo(TURNED_AWAY);
    }
  }

  private int race(List<Integer> nodes, Shared shared) throws Exception {
    var clients = new ArrayList<Callable<Integer>>();
    for (int c = 0; c < CLIENTS; c++) {
      int client = c;
      clients.add(() -> {
        int judged = 0;
        for (int i = 0; i < GUESSES; i++) {
          int status = guess(nodes.get((client + i) % 2), shared, client + " and " + i, client);
          assertThat(status).isIn(JUDGED, TURNED_AWAY);
          judged += status == JUDGED ? 1 : 0;
        }
        return judged;
      });
    }
    int judged = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var client : threads.invokeAll(clients)) {
        judged += client.get();
      }
    }
    return judged;
  }

  /** From a network of the client's own: the proxy before us is trusted to say so. */
  private int guess(int port, Shared shared, String code, int client)
      throws IOException, InterruptedException {
    var form = "id=" + shared.id() + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/transcripts"))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-For", "2001:db8:7:%x::1".formatted(client))
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static Shared shared(Path file) throws IOException {
    var transcript =
        (JsonObject) ((JsonObject) Json.parse(Files.readString(file))).get("transcript");
    return new Shared(transcript.string("id"), transcript.string("code"));
  }
}
