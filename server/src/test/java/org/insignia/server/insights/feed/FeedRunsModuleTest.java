package org.insignia.server.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.insignia.outbound.Reach;
import org.insignia.server.insights.feed.Reason.Code;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.format.Shared;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs against a real server: what is published, what is kept, and when it is asked again. */
@ServerTest
class FeedRunsModuleTest {
  @Autowired private Feeds feeds;
  @Autowired private FeedStore store;
  @Autowired private RunStore runStore;
  @Autowired private PostingIntake intake;
  @Autowired private Postings postings;
  @Autowired private Vault vault;
  @Autowired private TransactionTemplate transaction;
  private FeedServer server;
  private FeedBench bench;

  @BeforeEach
  void begin() throws IOException {
    server = new FeedServer();
    bench = bench(Reach.PUBLIC_AND_LOOPBACK);
  }

  private FeedBench bench(Reach reach) throws IOException {
    return new FeedBench(feeds, store, runStore, intake, vault, transaction, reach);
  }

  @AfterEach
  void end() throws IOException {
    assertThat(bench.left()).as("documents left behind").isEmpty();
    bench.close();
    server.close();
  }

  private static String jobs(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            """
            {"id": "J%d", "title": "Job %d", "company": "Acme", "url": "https://jobs.example/%d"}\
            """
                .formatted(i, i, i))
        .collect(Collectors.joining(",", "{\"jobs\": [", "]}"));
  }

  private Feed feed(UUID id) {
    return store.find(id).orElseThrow();
  }

  private UUID published(int count) {
    server.serve("/feed", jobs(0, count));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.GOOD);
    assertThat(feed(feed).open()).isEqualTo(count);
    return feed;
  }

  @Test
  void a_feed_is_followed_and_asked_only_for_what_is_new() {
    server.on(
        "/feed",
        exchange -> {
          boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          FeedServer.send(
              exchange,
              same ? 304 : 200,
              same ? new byte[0] : jobs(0, 3).getBytes(StandardCharsets.UTF_8));
        });
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    var first = bench.run(feed);
    assertThat(first.added()).isEqualTo(3);

    bench.clock.forward(Duration.ofHours(6));
    var second = bench.run(feed);
    assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(feed(feed).goodAt()).isEqualTo(bench.clock.instant());
    assertThat(feed(feed).open()).isEqualTo(3);

    server.serve("/feed", jobs(1, 5));
    var third = bench.run(feed);
    assertThat(third.added()).isEqualTo(2);
    assertThat(third.unchanged()).isEqualTo(2);
    assertThat(third.closed()).isEqualTo(1);
    assertThat(postings.find(PostingId.of(feed, "J0")).orElseThrow().closedAt()).isNotNull();
    assertThat(feeds.runs(feed, 10))
        .extracting(FeedRun::outcome)
        .containsExactly(Outcome.GOOD, Outcome.UNCHANGED, Outcome.GOOD);
  }

  @Test
  void a_server_that_asks_to_wait_is_left_alone_so_long() {
    var feed = published(3);
    server.status("/feed", 429, new byte[0], "Retry-After", "7200");
    var run = bench.run(feed);
    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(run.reason()).isEqualTo(Reason.of(Code.DECLINED, "429"));
    assertThat(feed(feed).open()).isEqualTo(3);
    assertThat(feed(feed).goodAt()).isEqualTo(FeedBench.NOW);
    assertThat(BackOff.after(1, Duration.ofHours(6), 7200)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void failures_in_a_row_are_counted_and_one_good_run_forgets_them() {
    var feed = published(3);
    server.status("/feed", 500, "<h1>sorry</h1>".getBytes(StandardCharsets.UTF_8));
    bench.run(feed);
    bench.run(feed);
    assertThat(feed(feed).failures()).isEqualTo(2);
    assertThat(feed(feed).open()).isEqualTo(3);
    server.serve("/feed", jobs(0, 3));
    bench.run(feed);
    assertThat(feed(feed).failures()).isZero();
    assertThat(feed(feed).outcome()).isEqualTo(Outcome.GOOD);
  }

  @Test
  void each_failure_waits_longer_up_to_a_day() {
    var interval = Duration.ofHours(1);
    assertThat(BackOff.after(1, interval, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(BackOff.after(2, interval, 0)).isEqualTo(Duration.ofMinutes(10));
    assertThat(BackOff.after(100, interval, 0)).isEqualTo(Duration.ofDays(1));
    assertThat(BackOff.after(100, Duration.ofDays(7), 0)).isLessThanOrEqualTo(Duration.ofDays(7));
  }

  @Test
  void an_endless_or_a_slow_answer_ends_at_the_limit_and_keeps_what_was() {
    var feed = published(3);
    server.on(
        "/feed",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(new byte[64 * 1024]);
          }
        });
    assertThat(bench.run(feed).reason().code()).isEqualTo(Code.TOO_LARGE);
    server.on(
        "/feed",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
          }
        });
    assertThat(bench.run(feed).reason().code()).isEqualTo(Code.NO_ANSWER);
    assertThat(feed(feed).open()).isEqualTo(3);
  }

  @Test
  void a_bomb_in_the_transport_or_in_a_file_is_no_feed() throws IOException {
    var feed = published(3);
    var bomb = gzip(new byte[16 << 20]);
    server.serve("/feed", bomb, "Content-Encoding", "gzip");
    assertThat(bench.run(feed).reason().code()).isEqualTo(Code.TOO_LARGE);
    server.serve("/feed", bomb, "Content-Type", "application/gzip");
    assertThat(bench.run(feed).reason().code()).isEqualTo(Code.UNREADABLE);
    server.serve("/feed", gzip(jobs(0, 4).getBytes(StandardCharsets.UTF_8)));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.GOOD);
    assertThat(feed(feed).open()).isEqualTo(4);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void the_encoding_the_server_names_is_believed_and_a_wrong_one_is_an_error() {
    var feed = published(1);
    var latin = jobs(0, 1).replace("Acme", "Müller").getBytes(StandardCharsets.ISO_8859_1);
    server.serve("/feed", latin, "Content-Type", "application/json; charset=ISO-8859-1");
    bench.run(feed);
    assertThat(postings.find(PostingId.of(feed, "J0")).orElseThrow().posting().employer())
        .isEqualTo("Müller");
    for (var charset : new String[] {"utf-8", "x-nothing"}) {
      server.serve("/feed", latin, "Content-Type", "application/json; charset=" + charset);
      assertThat(bench.run(feed).reason().code()).as(charset).isEqualTo(Code.UNREADABLE);
    }
    assertThat(feed(feed).open()).isEqualTo(1);
  }

  @Test
  void neither_the_feed_nor_a_redirect_leads_to_a_private_address() throws IOException {
    var feed = published(3);
    server.status("/feed", 302, new byte[0], "Location", "https://192.168.1.1/feed");
    assertThat(bench.run(feed).reason().code()).isEqualTo(Code.NOT_ASKED);
    server.status("/feed", 302, new byte[0], "Location", "file:///etc/passwd");
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.FAILED);
    int before = server.requests();
    try (var strict = bench(Reach.PUBLIC)) {
      assertThat(strict.run(feed).reason().code()).isEqualTo(Code.NOT_ASKED);
    }
    assertThat(server.requests()).isEqualTo(before);
    assertThat(feed(feed).open()).isEqualTo(3);
  }

  @Test
  void pages_are_followed_on_the_feeds_own_site() {
    server.serve("/feed", jobs(0, 2).replace("]}", "], \"next\": \"/feed?page=2\"}"));
    server.serve("/feed?page=2", jobs(2, 4));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    assertThat(bench.run(feed).added()).isEqualTo(4);
    server.status("/feed?page=2", 503, new byte[0]);
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(feed(feed).open()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "next-self.json, NEXT_AGAIN",
    "next-loopback.json, NEXT_ELSEWHERE",
    "next-file.json, NEXT_ELSEWHERE",
    "next-10000.json, NEXT_ELSEWHERE"
  })
  void a_next_page_that_leads_nowhere_good_is_not_asked_and_nothing_is_closed(
      String file, Code code) throws IOException {
    server.serve("/feed", jobs(100, 101));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    bench.run(feed);
    int before = server.requests();
    server.serve("/feed", hostile(file).replace("SELF", server.at("/feed")));
    var run = bench.run(feed);
    assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(run.reason().code()).isEqualTo(code);
    assertThat(run.closed()).isZero();
    assertThat(feed(feed).open()).isEqualTo(26);
    assertThat(server.requests()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "empty-list.json, HELD, NOTHING_IN_IT",
    "empty-body.json, HELD, NOTHING_IN_IT",
    "null.json, HELD, NOTHING_IN_IT",
    "html-200.json, FAILED, UNREADABLE",
    "truncated.json, FAILED, UNREADABLE",
    "deep.json, FAILED, UNREADABLE",
    "dup-keys.json, FAILED, UNREADABLE",
    "invalid-utf8.json, FAILED, UNREADABLE",
    "shape-changed.json, FAILED, ALL_REFUSED",
    "half-size-drop.json, HELD, DROP",
    "rss-xxe.xml, FAILED, UNREADABLE"
  })
  void a_poisoned_feed_keeps_the_last_good_data_and_says_so(String file, Outcome outcome, Code code)
      throws IOException {
    server.serve("/feed", hostile("ok.json"));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    assertThat(bench.run(feed).added()).isEqualTo(25);
    var before = intake.open(feed);

    bench.clock.forward(Duration.ofHours(6));
    server.serve("/feed", Files.readAllBytes(Shared.file("hostile/job-feeds/" + file)));
    var run = bench.run(feed);
    assertThat(run.outcome()).isEqualTo(outcome);
    assertThat(run.reason().code()).isEqualTo(code);
    assertThat(intake.open(feed)).isEqualTo(before);
    assertThat(feed(feed).goodAt()).isEqualTo(FeedBench.NOW);
    assertThat(feed(feed).outcome()).isEqualTo(outcome);

    server.serve("/feed", hostile("ok.json"));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rss-xxe.xml", "rss-laughs.xml", "rss-ssrf-dtd.xml", "rss-cdata-html.xml"})
  void a_poisoned_news_feed_keeps_the_last_good_data(String file) throws IOException {
    server.serve("/feed", hostile("rss-ok.xml"));
    var feed = bench.feed(FeedKind.RSS, server.at("/feed"));
    assertThat(bench.run(feed).added()).isEqualTo(5);
    server.serve("/feed", hostile(file));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(feed(feed).open()).isEqualTo(5);
  }

  @Test
  void one_posting_five_hundred_times_is_one_and_a_job_posted_a_thousand_times_counts_once()
      throws IOException {
    server.serve("/feed", hostile("dup-ids.json"));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    assertThat(bench.run(feed).added()).isEqualTo(25);

    server.serve("/feed", hostile("dup-reposted.json"));
    var other = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    bench.run(other);
    var reposted =
        postings.find(intake.open(other).stream().map(PostingId::new).toList()).stream()
            .filter(known -> known.posting().description().equals("same text"))
            .toList();
    assertThat(reposted).hasSize(1000);
    assertThat(reposted.stream().filter(known -> known.counts()).count()).isLessThanOrEqualTo(1);
  }

  @Test
  void refused_items_are_kept_with_their_reasons() throws IOException {
    server.serve("/feed", hostile("one-bad-salary-swapped.json"));
    var feed = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    var run = bench.run(feed);
    assertThat(run.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(run.added()).isEqualTo(6);
    assertThat(run.refused()).isEqualTo(1);
    assertThat(feeds.refusals(run.id()))
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.name()).isEqualTo("J999");
          assertThat(refusal.item()).isEqualTo(7);
        });
  }

  @Test
  void a_fall_that_is_right_is_published_when_the_operator_says_so() throws IOException {
    var feed = published(25);
    server.serve("/feed", jobs(0, 2));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.HELD);
    assertThat(feed(feed).open()).isEqualTo(25);
    // As the button does for a feed on schedule; this one is run by hand.
    var turn = bench.runs.begin(feed).orElseThrow();
    var accepting = new RunStore.Turn(turn.run(), turn.feed(), null, null, turn.failures(), true);
    var file = Files.createTempFile("feed", ".json");
    Files.writeString(file, jobs(0, 2));
    var run =
        bench.runs.run(
            accepting,
            feed(feed),
            new Spool.Document(file, org.insignia.server.insights.format.FeedReader.Source.FILE),
            true);
    Files.delete(file);
    assertThat(run.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(run.closed()).isEqualTo(23);
    assertThat(feed(feed).open()).isEqualTo(2);
  }

  @Test
  void a_sitemap_is_read_page_by_page_on_its_own_site() {
    server.serve(
        "/sitemap.xml",
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc>%s</loc></url><url><loc>%s</loc></url><url><loc>%s</loc></url>
          <url><loc>https://192.168.0.1/secret</loc></url>
        </urlset>\
        """
            .formatted(server.at("/jobs/1"), server.at("/jobs/2"), server.at("/jobs/gone")));
    for (int i = 1; i <= 2; i++) {
      server.serve(
          "/jobs/" + i,
          """
          <!doctype html><title>Job</title><script type="application/ld+json">
          {"@context": "https://schema.org", "@graph": [{"@type": "JobPosting", "title": "Nurse %d",
           "url": "https://clinic.example/jobs/%d",
           "hiringOrganization": {"@type": "Organization", "name": "Clinic"}, "datePosted": "2026-11-01",
           "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Roma", "addressCountry": "IT"}},
           "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {"@type": "QuantitativeValue", "minValue": 2000, "maxValue": 2500, "unitText": "MONTH"}},
           "description": "<p>Care &amp; more</p>"}]}</script>\
          """
              .formatted(i, i),
          "Content-Type",
          "text/html; charset=utf-8");
    }
    var feed = bench.feed(FeedKind.SCHEMA_ORG, server.at("/sitemap.xml"));
    var run = bench.run(feed);
    assertThat(run.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(run.added()).isEqualTo(2);
    var posting =
        postings.find(PostingId.of(feed, "https://clinic.example/jobs/1")).orElseThrow().posting();
    assertThat(posting.place().packed()).isEqualTo("IT||Rome");
    assertThat(posting.description()).isEqualTo("Care & more");
    assertThat(posting.salary().annual().orElseThrow().low()).isEqualTo(24000);

    server.status("/jobs/2", 500, new byte[0]);
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(feed(feed).open()).isEqualTo(2);
  }

  @Test
  void a_run_under_way_is_nobody_elses_until_it_falls_silent() throws IOException {
    var feed = published(3);
    var silent = bench.runs.begin(feed).orElseThrow();
    assertThat(bench.runs.run(feed)).isEmpty();
    bench.clock.forward(RunStore.LEASE.plusSeconds(1));
    server.serve("/feed", jobs(0, 4));
    assertThat(bench.run(feed).outcome()).isEqualTo(Outcome.GOOD);
    assertThat(feeds.runs(feed, 2).get(1).reason().code()).isEqualTo(Code.INTERRUPTED);
    // The one that was silent wakes up: it may write nothing any more.
    var file = Files.createTempFile("feed", ".json");
    Files.writeString(file, jobs(50, 60));
    assertThatThrownBy(() ->
            bench.runs.run(
                silent,
                feed(feed),
                new Spool.Document(
                    file, org.insignia.server.insights.format.FeedReader.Source.FILE),
                true))
        .isInstanceOf(Publication.TakenOver.class);
    Files.delete(file);
    assertThat(feed(feed).open()).isEqualTo(4);
  }

  @Test
  void a_feed_that_is_due_is_taken_by_one_worker() {
    server.serve("/due", jobs(0, 2));
    var id =
        feeds.add(
            "test",
            new FeedSettings(
                "due " + UUID.randomUUID(),
                FeedKind.JSON_LINES,
                server.at("/due"),
                Duration.ofHours(6),
                "",
                "",
                "",
                true));
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (feed(id).outcome() != Outcome.GOOD && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    assertThat(feed(id).open()).isEqualTo(2);
    assertThat(feeds.runs(id, 10)).hasSize(1);
    assertThat(feed(id).dueAt()).isAfter(feed(id).triedAt());
    feeds.remove("test", id);
    assertThat(feeds.find(id)).isEmpty();
  }

  private static String hostile(String name) throws IOException {
    return Files.readString(Shared.file("hostile/job-feeds/" + name));
  }
}
