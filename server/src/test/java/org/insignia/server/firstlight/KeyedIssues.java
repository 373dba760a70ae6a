package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two badges are asked for with a key each, and the server dies: of one the effect was there and
 * nobody heard the answer, of the other nothing was committed. Each is asked for again.
 */
final class KeyedIssues {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServerProcess server;
  private final JdbcClient database;
  private final String badge;
  private final Keyed unheard = new Keyed("unheard-" + UUID.randomUUID() + "@example.org");
  private final Keyed undone = new Keyed("undone-" + UUID.randomUUID() + "@example.org");

  private record Keyed(String recipient, String key) {
    Keyed(String recipient) {
      this(recipient, UUID.randomUUID().toString());
    }

    String body(String badge) {
      return "{\"achievement\":\"%s\",\"recipient\":{\"email\":\"%s\",\"name\":\"Ana Núñez\"}}"
          .formatted(badge, recipient);
    }
  }

  KeyedIssues(ServerProcess server) throws IOException {
    this.server = server;
    this.database = server.database();
    this.badge =
        database
            .sql("select slug from achievement where not archived order by slug limit 1")
            .query(String.class)
            .single();
  }

  /** Kills the server while it answers one and before it commits the other. */
  void are_cut_off() throws IOException, InterruptedException, SQLException {
    try (var first = send(unheard)) {
      await(() -> issued(unheard) == 1, "the badge whose answer nobody hears");
      try (var held = hold();
          var second = send(undone)) {
        await(this::isWaiting, "the effect without its commit");
        server.kill();
        held.rollback();
      }
    }
  }

  /** The answer that a badge gets is kept in the transaction that issues it; so that waits here. */
  private Connection hold() throws IOException, SQLException {
    var connection = server.source().getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table api_kept_answer in exclusive mode");
    }
    return connection;
  }

  private boolean isWaiting() {
    return count(
            "select count(*) from pg_locks where relation = 'api_kept_answer'::regclass and not granted")
        > 0;
  }

  /** Each is there once, whoever asks how often; the answers are those of the first time. */
  void are_answered_as_if_nothing_had_happened(ServerProcess again)
      throws IOException, InterruptedException {
    assertThat(issued(undone)).as("nothing of what was not committed").isZero();
    for (var keyed : new Keyed[] {unheard, undone}) {
      var answer = repeated(again, keyed);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(answer.headers().firstValue("Idempotent-Replayed").isPresent())
          .isEqualTo(keyed == unheard);
      assertThat(((JsonObject) Json.parse(answer.body())).string("id"))
          .isEqualTo(
              database
                  .sql("select id::text from credential where recipient = ?")
                  .param(keyed.recipient())
                  .query(String.class)
                  .single());
      var twice = repeated(again, keyed);
      assertThat(twice.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(twice.body()).isEqualTo(answer.body());
      assertThat(issued(keyed)).isEqualTo(1);
    }
  }

  /** While the database has not noticed that the old server is gone, the answer is 409. */
  private HttpResponse<String> repeated(ServerProcess again, Keyed keyed)
      throws IOException, InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (true) {
      var answer = again.keyed("/rest/v1/badges", keyed.key(), keyed.body(badge));
      if (answer.statusCode() != 409 || Instant.now().isAfter(end)) {
        return answer;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private long issued(Keyed keyed) {
    return database
        .sql("select count(*) from credential where recipient = ?")
        .param(keyed.recipient())
        .query(Long.class)
        .single();
  }

  private long count(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  /** Sends all of it and listens to nothing. */
  private Socket send(Keyed keyed) throws IOException {
    var body = keyed.body(badge).getBytes(StandardCharsets.UTF_8);
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    var head =
        "POST /rest/v1/badges HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            + "Idempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    socket
        .getOutputStream()
        .write(
            head.formatted(server.token(), keyed.key(), body.length)
                .getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(body);
    return socket;
  }

  private static void await(BooleanSupplier there, String what) {
    var end = Instant.now().plus(PATIENCE);
    while (!there.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
