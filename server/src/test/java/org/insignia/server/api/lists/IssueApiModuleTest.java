package org.insignia.server.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class IssueApiModuleTest {
  private static final String LIST =
      "email,name,badge\nana@example.org,Ana,nw-100\nnobody,Bo,nw-100\n";

  @Autowired private Settings settings;
  @Autowired private TestBadges badges;
  @Autowired private JdbcClient db;

  private Organisation academy;
  private String token;

  @BeforeEach
  void an_academy() throws IOException {
    academy = badges.academy();
    token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
  }

  @Test
  void a_list_is_issued_and_reported_row_by_row() throws Exception {
    var report = finished(post("k" + UUID.randomUUID(), "", LIST));
    assertThat(report.string("state")).isEqualTo("DONE");
    assertThat(number(report, "issued")).isEqualTo(1);
    assertThat(number(report, "refused")).isEqualTo(1);
    assertThat(Json.write(report)).contains("issue.no-mailbox", "is no e-mail address");
    assertThat(credentials()).isEqualTo(1);
  }

  @Test
  void the_same_key_again_is_the_same_list_and_issues_nothing() throws Exception {
    var key = "k" + UUID.randomUUID();
    var first = finished(post(key, "", LIST));
    var again = (JsonObject) Json.parse(post(key, "", LIST).body());
    assertThat(again.string("id")).isEqualTo(first.string("id"));
    assertThat(credentials()).isEqualTo(1);
  }

  @Test
  void tried_out_it_issues_nothing() throws Exception {
    var report = finished(post("", "&dry=true", LIST));
    assertThat(report.string("state")).isEqualTo("CHECKED");
    assertThat(number(report, "issued")).isEqualTo(1);
    assertThat(credentials()).isZero();
  }

  @Test
  void a_list_whose_columns_are_not_plain_ends_and_says_why() throws Exception {
    var report = finished(post("", "", "a,b\nana@example.org,Ana\n"));
    assertThat(report.string("state")).isEqualTo("CANCELLED");
    var answer = post("", "", "a,b\nana@example.org,Ana\n");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("No column means the e-mail address");
    assertThat(post("", "&badge=nothing", LIST).statusCode()).isEqualTo(422);
    assertThat(post("x".repeat(256), "", LIST).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String key, String query, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                settings.url("/rest/v1/issue?organisation=" + academy.slug() + query))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private JsonObject finished(HttpResponse<String> begun) {
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var id = ((JsonObject) Json.parse(begun.body())).string("id");
    Until.holds(() -> report(id).get("finished") instanceof JsonBoolean(boolean over) && over);
    return report(id);
  }

  private JsonObject report(String id) {
    var request =
        HttpRequest.newBuilder(
                settings.url("/rest/v1/issue/" + id + "?organisation=" + academy.slug()))
            .header("Authorization", "Bearer " + token)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return (JsonObject) Json.parse(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber n ? (long) n.doubleValue() : 0;
  }

  private long credentials() {
    return db.sql("select count(*) from credential where organisation_id = ?")
        .param(academy.id().value())
        .query(Long.class)
        .single();
  }
}
