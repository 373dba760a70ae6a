package org.insignia.server.insights.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Reach;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.platform.secrets.Vault;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs feeds of tests: with short limits, a clock that is set, and not on schedule. */
final class FeedBench implements AutoCloseable {
  static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 4 << 20, 3);

  /** A day on which feeds are not read whole for its own sake. */
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  final Hands clock = new Hands(NOW);
  private final Feeds feeds;
  private final FeedDownloads downloads;
  final FeedRuns runs;
  private final Path spool;

  FeedBench(
      Feeds feeds,
      FeedStore store,
      RunStore runStore,
      PostingIntake intake,
      Vault vault,
      TransactionTemplate transaction,
      Reach reach)
      throws IOException {
    this.feeds = feeds;
    this.downloads = new FeedDownloads(new GuardedHttp(reach, LIMITS), Duration.ZERO);
    this.spool = Files.createTempDirectory("feeds-");
    this.runs = new FeedRuns(store, runStore, intake, downloads, vault, transaction, clock, spool);
  }

  /** A feed that no worker takes by itself. */
  UUID feed(FeedKind kind, String address) {
    return feeds.add(
        "test",
        new FeedSettings(
            "test " + UUID.randomUUID(), kind, address, Duration.ofHours(6), "", "", "", false));
  }

  FeedRun run(UUID feed) {
    return runs.run(feed).orElseThrow();
  }

  List<Path> left() throws IOException {
    try (var files = Files.list(spool)) {
      return files.toList();
    }
  }

  @Override
  public void close() throws IOException {
    downloads.close();
    Files.deleteIfExists(spool);
  }

  /** A clock whose hands the test moves. */
  static final class Hands extends Clock {
    private volatile Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
