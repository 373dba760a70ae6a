package org.insignia.server.insights.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.format.Shared;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are handed in: the shared data as a whole, and what is in them on the second time. */
@ServerTest
class FileImportsModuleTest {
  @Autowired private FileImports imports;
  @Autowired private Feeds feeds;
  @Autowired private Postings postings;
  @Autowired private Settings settings;
  @Autowired private JdbcClient db;
  private final String name = "file " + UUID.randomUUID();

  private FileImports.Imported take(FeedKind kind, String file) throws IOException {
    try (var in = Files.newInputStream(Shared.file("jobs/" + file))) {
      return imports.take("test", wish(kind, true, false), in);
    }
  }

  private FileImports.Imported text(String text, boolean replaces, boolean force)
      throws IOException {
    return imports.take(
        "test",
        wish(FeedKind.CSV, replaces, force),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private FileImports.Wish wish(FeedKind kind, boolean replaces, boolean force) {
    return new FileImports.Wish(name, kind, "", "Acme", "DE", replaces, force);
  }

  @Test
  void seven_thousand_postings_of_job_boards_load_and_load_again() throws IOException {
    var imported = take(FeedKind.JSON_LINES, "ats-tech-jobs/jobs.jsonl.gz");
    assertThat(imported.run().outcome()).isEqualTo(Outcome.GOOD);
    assertThat(imported.run().added()).isEqualTo(7673);
    assertThat(imported.refusals()).isEmpty();
    // As the file says: so many were still open.
    assertThat(imported.feed().open()).isEqualTo(5947);
    assertThat(take(FeedKind.JSON_LINES, "ats-tech-jobs/jobs.jsonl.gz").run().unchanged())
        .isEqualTo(7673);
    feeds.remove("test", imported.feed().id());
  }

  @Test
  void postings_with_texts_load_and_come_back_whole() throws IOException {
    var imported = take(FeedKind.JSON_LINES, "security-jobs-with-text.jsonl.gz");
    assertThat(imported.run().added()).isEqualTo(195);
    var known =
        postings.find(PostingId.of(imported.feed().id(), "8688114002")).orElseThrow().posting();
    assertThat(known.description()).startsWith("SpaceX was founded").hasSizeGreaterThan(4000);
    var sizes =
        db.sql(
                """
                select count(*) as n, avg(pg_column_size(p.*)) as bytes from job_posting p where feed_id = :feed
                """)
            .param("feed", imported.feed().id())
            .query((row, number) -> row.getLong("n") + " rows of " + row.getInt("bytes") + " bytes")
            .single();
    assertThat(sizes).startsWith("195 rows");
    feeds.remove("test", imported.feed().id());
  }

  @Test
  void a_file_that_does_not_say_where_it_is_from_is_told() throws IOException {
    var file = Shared.file("jobs/feed-formats/fixtures/personio.xml");
    for (var address : new String[] {"", "https://secureco.jobs.personio.de/xml"}) {
      try (var in = Files.newInputStream(file)) {
        var wish = new FileImports.Wish(name, FeedKind.PERSONIO, address, "", "", true, false);
        assertThat(imports.take("test", wish, in).run().added())
            .isEqualTo(address.isEmpty() ? 0 : 1);
      }
    }
    assertThatThrownBy(
            () -> new FileImports.Wish(name, FeedKind.PERSONIO, "secureco", "", "", true, false))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void announcements_of_the_past_load_as_closed() throws IOException {
    var imported = take(FeedKind.USAJOBS, "usajobs-historic-gsa.json.gz");
    assertThat(imported.run().added()).isEqualTo(1824);
    assertThat(imported.feed().open()).isZero();
    feeds.remove("test", imported.feed().id());
  }

  @Test
  void a_file_is_all_there_is_unless_it_is_added() throws IOException {
    var top = "id;title;location;url;skills;salary_min;currency;period\n";
    var one = "1;Cook;Köln;https://jobs.example/1;Soup, Bread;2500;EUR;month\n";
    var two = "2;Baker;\"Bonn; Germany\";https://jobs.example/2;;;;\n";
    var first = text(top + one, true, false);
    assertThat(first.feed().open()).isEqualTo(1);
    var cook = postings.find(PostingId.of(first.feed().id(), "1")).orElseThrow().posting();
    assertThat(cook.employer()).isEqualTo("Acme");
    assertThat(cook.place().packed()).isEqualTo("DE||Cologne");
    assertThat(cook.tags()).containsExactly("Soup", "Bread");
    assertThat(text(top + two, false, false).feed().open()).isEqualTo(2);
    assertThat(text(top + two, true, false).feed().open()).isEqualTo(1);
    assertThat(text(top, true, false).run().outcome()).isEqualTo(Outcome.HELD);
    assertThat(text(top, true, true).feed().open()).isZero();
    assertThat(text("id;title\n1;\"x", true, false).run().reason().toString())
        .contains("ends within quotes");
    assertThatThrownBy(() ->
            imports.take(
                "test", wish(FeedKind.RSS, true, false), java.io.InputStream.nullInputStream()))
        .isInstanceOf(Problem.Conflict.class);
    feeds.remove("test", first.feed().id());
  }

  @Test
  void the_commands_of_this_machine_hand_files_in_and_nobody_else() throws Exception {
    var url =
        URI.create(
            settings.baseUrl()
                + "/rest/v1/imports/postings?kind=csv&feed="
                + name.replace(" ", "%20"));
    var body =
        "id,title,url\n1,Cook,https://jobs.example/1\n2,,https://jobs.example/2\n1,Baker,https://jobs.example/1\n";
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      var request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      var token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
      var answer =
          http.send(
              request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains(
              "\"outcome\":\"good\"", "\"added\":1", "\"repeated\":1", "\"fault\":\"no-title\"");
      var personio =
          HttpRequest.newBuilder(URI.create(url.toString().replace("csv", "personio") + "%20xml"))
              .header("Authorization", "Bearer " + token)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "<workzag-jobs><position><id>1</id><name>Cook</name></position></workzag-jobs>"))
              .build();
      assertThat(http.send(personio, BodyHandlers.ofString()).body())
          .contains("\"fault\":\"no-address\"", "--address URL");
    }
    feeds.all().stream()
        .filter(feed -> feed.settings().name().startsWith(name))
        .forEach(feed -> feeds.remove("test", feed.id()));
  }
}
