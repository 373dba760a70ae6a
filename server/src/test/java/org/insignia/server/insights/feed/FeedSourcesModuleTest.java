package org.insignia.server.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.insignia.outbound.Reach;
import org.insignia.server.insights.feed.Reason.Code;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.posting.Period;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.PostingIntake;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.posting.Salary;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When a source is asked again, and how: its schedule, what is new since, its key, its pages. */
@ServerTest
class FeedSourcesModuleTest {
  /** Far off, so that no worker of the server takes what is due then. */
  private static final Instant LATER = Instant.parse("2081-03-04T00:00:00Z");

  @Autowired private Feeds feeds;
  @Autowired private FeedStore store;
  @Autowired private RunStore runStore;
  @Autowired private PostingIntake intake;
  @Autowired private Postings postings;
  @Autowired private Vault vault;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient db;
  private FeedServer server;
  private FeedBench bench;

  @BeforeEach
  void begin() throws IOException {
    server = new FeedServer();
    bench = bench();
  }

  private FeedBench bench() throws IOException {
    return new FeedBench(
        feeds, store, runStore, intake, vault, transaction, Reach.PUBLIC_AND_LOOPBACK);
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
    server.close();
  }

  private Feed feed(UUID id) {
    return store.find(id).orElseThrow();
  }

  private static byte[] jobs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            """
            {"id": "J%d", "title": "Job %d", "company": "Acme", "url": "https://jobs.example/%d"}\
            """
                .formatted(i, i, i))
        .collect(Collectors.joining(",", "{\"jobs\": [", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void each_failure_is_due_later_and_a_restart_does_not_forget_how_many_there_were()
      throws IOException {
    server.status("/feed", 503, new byte[0]);
    var id = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    // On schedule, in a time that only this test lives in.
    db.sql("update job_feed set active = true, due_at = '2099-01-01' where id = :id")
        .param("id", id)
        .update();
    bench.clock.forward(Duration.between(FeedBench.NOW, LATER));
    for (int minutes : new int[] {5, 10, 20, 40}) {
      bench.run(id);
      assertThat(feed(id).dueAt())
          .isEqualTo(bench.clock.instant().plus(Duration.ofMinutes(minutes)));
      restart();
    }
    for (int i = 0; i < 12; i++) {
      bench.run(id);
    }
    assertThat(feed(id).failures()).isEqualTo(16);
    assertThat(feed(id).dueAt()).isEqualTo(bench.clock.instant().plus(Duration.ofDays(1)));

    server.status("/feed", 503, new byte[0], "Retry-After", "172800");
    bench.run(id);
    assertThat(feed(id).dueAt()).isEqualTo(bench.clock.instant().plus(Duration.ofDays(2)));

    server.serve("/feed", jobs(2));
    bench.run(id);
    assertThat(feed(id).failures()).isZero();
    assertThat(feed(id).dueAt()).isEqualTo(bench.clock.instant().plus(Duration.ofHours(6)));
    feeds.remove("test", id);
  }

  private void restart() throws IOException {
    var now = bench.clock.instant();
    bench.close();
    bench = bench();
    bench.clock.forward(Duration.between(FeedBench.NOW, now.plus(Duration.ofHours(1))));
  }

  @Test
  void only_what_is_new_since_the_date_the_source_gave_is_asked_for() {
    var date = "Tue, 10 Nov 2026 08:00:00 GMT";
    var asked = new ArrayList<String>();
    server.on(
        "/feed",
        exchange -> {
          var since = exchange.getRequestHeaders().getFirst("If-Modified-Since");
          asked.add(String.valueOf(since));
          exchange.getResponseHeaders().set("Last-Modified", date);
          boolean same = date.equals(since);
          FeedServer.send(exchange, same ? 304 : 200, same ? new byte[0] : jobs(3));
        });
    var id = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    assertThat(bench.run(id).outcome()).isEqualTo(Outcome.GOOD);
    bench.clock.forward(Duration.ofHours(6));
    assertThat(bench.run(id).outcome()).isEqualTo(Outcome.UNCHANGED);
    bench.clock.forward(Duration.ofHours(6));
    assertThat(bench.run(id).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(asked).containsExactly("null", date, date);
    assertThat(feed(id).open()).isEqualTo(3);
  }

  @Test
  void what_could_not_be_published_is_asked_for_whole_again() {
    var asked = new ArrayList<String>();
    server.on(
        "/feed",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
          exchange.getResponseHeaders().set("ETag", "\"" + asked.size() + "\"");
          FeedServer.send(exchange, 200, asked.size() == 2 ? "{\"jobs\": [".getBytes() : jobs(3));
        });
    var id = bench.feed(FeedKind.JSON_LINES, server.at("/feed"));
    bench.run(id);
    assertThat(bench.run(id).outcome()).isEqualTo(Outcome.FAILED);
    bench.run(id);
    assertThat(asked).containsExactly("null", "\"1\"", "\"1\"");
  }

  /** A posting as the search API of USAJOBS describes it. */
  private static String announcement(int number) {
    return """
    {"MatchedObjectId": "8%05d", "MatchedObjectDescriptor": {
      "PositionID": "DE-%d", "PositionTitle": "IT Specialist (INFOSEC) %d",
      "PositionURI": "https://www.usajobs.gov:443/GetJob/ViewDetails/8%05d",
      "PositionLocationDisplay": "Multiple Locations",
      "PositionLocation": [
        {"LocationName": "Denver, Colorado", "CountryCode": "United States", "CityName": "Denver, Colorado"},
        {"LocationName": "Austin, Texas", "CountryCode": "United States", "CityName": "Austin, Texas"}],
      "OrganizationName": "Geological Survey", "DepartmentName": "Department of the Interior",
      "JobCategory": [{"Name": "Information Technology Management", "Code": "2210"}],
      "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
      "QualificationSummary": "Experience with Linux and AWS.",
      "PositionRemuneration": [{"MinimumRange": "45.50", "MaximumRange": "60.0", "RateIntervalCode": "PH"}],
      "PublicationStartDate": "2026-11-02T00:00:00.0000", "ApplicationCloseDate": "2027-01-15T23:59:59.9970",
      "UserArea": {"Details": {"JobSummary": "You keep data safe.", "LowGrade": "11"}}}}\
    """
        .formatted(number, number, number, number);
  }

  private static String found(int from, int to, int all) {
    return IntStream.range(from, to)
        .mapToObj(FeedSourcesModuleTest::announcement)
        .collect(
            Collectors.joining(
                ",",
                "{\"LanguageCode\": \"EN\", \"SearchParameters\": {}, \"SearchResult\": {\"SearchResultCount\": "
                    + (to - from)
                    + ", \"SearchResultCountAll\": "
                    + all
                    + ", \"SearchResultItems\": [",
                "], \"UserArea\": {\"NumberOfPages\": \"3\", \"IsRadialSearch\": false}}}"));
  }

  @Test
  void the_live_search_of_usajobs_is_read_page_by_page_with_its_key() {
    List<String> keys = new CopyOnWriteArrayList<>();
    List<String> agents = new CopyOnWriteArrayList<>();
    var pages = List.of(found(0, 2, 5), found(2, 4, 5), found(4, 5, 5));
    for (int i = 0; i < pages.size(); i++) {
      var body = pages.get(i).getBytes(StandardCharsets.UTF_8);
      server.on(
          "/api/search?Keyword=2210&ResultsPerPage=2" + (i == 0 ? "" : "&Page=" + (i + 1)),
          exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization-Key")));
            agents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
            boolean known = "s3cret=".equals(keys.getLast());
            FeedServer.send(exchange, known ? 200 : 401, known ? body : new byte[0]);
          });
    }
    var id = bench.feed(FeedKind.USAJOBS, server.at("/api/search?Keyword=2210&ResultsPerPage=2"));
    assertThat(bench.run(id).reason()).isEqualTo(Reason.of(Code.DECLINED, "401"));
    feeds.key("test", id, "jobs@insignia.example s3cret=");
    var run = bench.run(id);
    assertThat(run.outcome()).isEqualTo(Outcome.GOOD);
    assertThat(run.added()).isEqualTo(5);
    assertThat(run.refused()).isZero();
    assertThat(keys).containsExactly("null", "s3cret=", "s3cret=", "s3cret=");
    assertThat(agents.subList(1, 4)).containsOnly("jobs@insignia.example");

    var posting = postings.find(PostingId.of(id, "800003")).orElseThrow().posting();
    assertThat(posting.title()).isEqualTo("IT Specialist (INFOSEC) 3");
    assertThat(posting.employer()).isEqualTo("Geological Survey");
    assertThat(posting.places())
        .containsExactly(new Place("US", "CO", "Denver"), new Place("US", "TX", "Austin"));
    assertThat(posting.salary())
        .isEqualTo(
            new Salary(new BigDecimal("45.5"), new BigDecimal(60), "USD", Period.FEDERAL_HOUR));
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
    assertThat(posting.employmentType()).isEqualTo("Full-time");
    assertThat(posting.description()).contains("You keep data safe.", "Linux and AWS");
    // An announcement that is taken away is over.
    server.serve("/api/search?Keyword=2210&ResultsPerPage=2&Page=3", found(0, 0, 4));
    assertThat(bench.run(id).closed()).isEqualTo(1);
  }

  @Test
  void a_key_stays_with_the_source_it_was_given_for() throws IOException {
    try (var other = new FeedServer()) {
      List<String> seen = new CopyOnWriteArrayList<>();
      other.on(
          "/moved",
          exchange -> {
            seen.add(
                exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization-Key"));
            FeedServer.send(exchange, 200, jobs(1));
          });
      server.status("/feed", 302, new byte[0], "Location", other.at("/moved"));
      for (var kind : List.of(FeedKind.JSON_LINES, FeedKind.USAJOBS)) {
        var id = bench.feed(kind, server.at("/feed"));
        feeds.key("test", id, "s3cret");
        bench.run(id);
      }
      assertThat(seen).isNotEmpty().containsOnly("null null");
    }
  }

  @Test
  void keys_rest_sealed() {
    var id = bench.feed(FeedKind.USAJOBS, "https://data.usajobs.gov/api/search?ResultsPerPage=500");
    feeds.key("test", id, "s3cret-of-the-feed");
    var row =
        db.sql("select job_feed::text from job_feed where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("s3cret-of-the-feed");
    feeds.remove("test", id);
  }
}
