package org.insignia.server.insights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.posting.EmployerName;
import org.insignia.server.insights.posting.InventedMarket;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the store of record through tagging into the index and out again. */
@ServerTest
class InsightsModuleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Place ANYWHERE = new Place("", "", "");

  @Autowired private InventedMarket market;
  @Autowired private Indexing indexing;
  @Autowired private JobIndex index;
  @Autowired private JobSearch search;
  @Autowired private Settings settings;

  private final String mark =
      "Mark" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);

  @Test
  void postings_are_found_by_their_skill_until_they_close() {
    var ids = market.open(mark, 21, NOW, List.of("COBOL on wheels", "Azure"));
    indexing.catchUp();
    var mine = new JobQuery(Set.of("azure"), "", mark, ANYWHERE, false, null, null, "", "");
    // Every second posting names only the first tag, which is no skill, and Kubernetes.
    assertThat(search.count(mine)).isEqualTo(11);
    var kubernetes =
        new JobQuery(Set.of("kubernetes"), "", mark, ANYWHERE, false, null, null, "", "");
    assertThat(search.count(kubernetes)).isEqualTo(10);
    assertThat(search.newest(mine, 0, 3))
        .extracting(known -> known.id())
        .containsExactly(ids.get(0), ids.get(2), ids.get(4));

    var employers = search.figures(mine, 3, 0).of(Facet.EMPLOYER);
    var first = employers.getFirst().key();
    assertThat(first).startsWith(mark.toLowerCase(Locale.ROOT));
    assertThat(search.employers(List.of(first)).get(first)).startsWith(mark);
    assertThat(EmployerName.key(search.employers(List.of(first)).get(first))).isEqualTo(first);

    market.close(ids.subList(0, 20));
    indexing.catchUp();
    assertThat(search.count(mine)).isEqualTo(1);
  }

  @Test
  void an_index_that_was_emptied_is_built_anew_from_the_database() {
    market.open(mark, 12, NOW, List.of("Azure"));
    indexing.catchUp();
    var mine = new JobQuery(Set.of(), "", mark, ANYWHERE, false, null, null, "", "");
    var before = search.figures(mine, 10, 10);
    indexing.rebuild();
    assertThat(search.count(mine)).isZero();
    indexing.catchUp();
    assertThat(search.figures(mine, 10, 10)).isEqualTo(before);
    assertThat(before.openings()).isEqualTo(12);
  }

  @Test
  void who_runs_the_server_has_it_built_anew_and_nobody_else() throws Exception {
    market.open(mark, 4, NOW, List.of("Azure"));
    indexing.catchUp();
    var mine = new JobQuery(Set.of(), "", mark, ANYWHERE, false, null, null, "", "");
    var url = URI.create(settings.baseUrl() + "/rest/v1/jobs/index");
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(url).POST(BodyPublishers.noBody());
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
      assertThat(search.count(mine)).isEqualTo(4);
      var token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
      request.header("Authorization", "Bearer " + token);
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    assertThat(search.count(mine)).isZero();
    indexing.catchUp();
    assertThat(search.count(mine)).isEqualTo(4);
  }

  @Test
  void an_index_of_another_database_is_thrown_away() {
    market.open(mark, 5, NOW, List.of("Azure"));
    indexing.catchUp();
    index.write(List.of(), List.of(), Long.MAX_VALUE);
    indexing.catchUp();
    var mine = new JobQuery(Set.of(), "", mark, ANYWHERE, false, null, null, "", "");
    assertThat(search.count(mine)).isEqualTo(5);
  }
}
