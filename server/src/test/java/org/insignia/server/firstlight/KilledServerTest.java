package org.insignia.server.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.insignia.bench.feeds.FeedGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server is killed while it works through a feed, twice, and still gives exactly the known
 * answers; and once more over requests that somebody sends again.
 */
class KilledServerTest {
  private static final int ROWS = 10_000;
  private static final long SEED = 9;
  private static final String BOUNDARY = "kill-nine";
  @TempDir private Path folder;

  @Test
  void resumes_after_kill_nine_and_the_same_answers_hold()
      throws IOException, InterruptedException, SQLException {
    Assumptions.assumeTrue(
        Files.exists(Answers.catalogue()), "the shared reference catalogue is not here");
    var feed = folder.resolve("feed");
    FeedGenerator.write(ROWS, SEED, Answers.catalogue(), feed);
    var answers = Answers.read(feed.resolve("answers.json"));
    var data = Files.createDirectories(folder.resolve("data"));
    int port = ServerProcess.freePort();

    var server = ServerProcess.start(data, port);
    server.post(
        "/rest/v1/imports/catalogue", "multipart/form-data; boundary=" + BOUNDARY, catalogue());
    server.post(
        "/rest/v1/imports/results?provider=any&file=results.csv",
        "application/octet-stream",
        BodyPublishers.ofFile(feed.resolve("results.csv")));
    awaitCount(server.database(), "select coalesce(sum(rows), 0) from intake_part", 2_000);
    server.kill();
    long judged = count(server.database(), "select coalesce(sum(rows), 0) from intake_part");
    assertThat(judged).as("killed in the middle of the rows").isLessThan(ROWS);

    server = ServerProcess.start(data, port);
    awaitCount(
        server.database(), "select count(*) from credential_document", answers.awards().size() / 2);
    server.kill();
    assertThat(count(server.database(), "select count(*) from credential_document"))
        .as("killed in the middle of issuing")
        .isLessThan(answers.awards().size());

    try (var last = ServerProcess.start(data, port)) {
      var database = last.database();
      var ledger =
          new Ledger(
              database, database.sql("select id from organisation").query(UUID.class).single());
      ledger.awaitIssued(answers.awards().size());
      assertThat(ledger.issued()).isEqualTo(answers.awards());
      assertThat(ledger.rows()).doesNotHaveDuplicates();
      var keyed = new KeyedIssues(last);
      keyed.are_cut_off();
      try (var again = ServerProcess.start(data, port)) {
        keyed.are_answered_as_if_nothing_had_happened(again);
      }
    }
  }

  private static BodyPublisher catalogue() throws IOException {
    List<BodyPublisher> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Answers.catalogue())) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        parts.add(
            BodyPublishers.ofString(
                "--"
                    + BOUNDARY
                    + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + file.getFileName()
                    + "\"\r\n\r\n"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
      }
    }
    parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static void awaitCount(JdbcClient database, String sql, long least) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (count(database, sql) < least) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(sql + " did not reach " + least);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static long count(JdbcClient database, String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
