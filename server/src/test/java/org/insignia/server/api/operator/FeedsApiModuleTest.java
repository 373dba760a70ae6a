package org.insignia.server.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.testing.Program;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Job feeds, set up by a program of the operator. */
@ServerTest
class FeedsApiModuleTest {
  private static final String FEEDS = "/rest/v1/server/feeds";

  @Autowired Settings settings;

  private Program operator;

  @BeforeEach
  void show() throws IOException {
    var token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
    operator = new Program(settings, token);
  }

  /** One that nobody fetches. */
  private static String wish(String name) {
    return """
    {"name":"%s","kind":"json-lines","address":"https://127.0.0.1:9/jobs.json","active":false}\
    """
        .formatted(name);
  }

  private String made(String name) {
    var made = operator.post(FEEDS, wish(name));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.at("id");
  }

  @Test
  void a_feed_is_added_changed_and_removed() {
    var name = "Feed " + UUID.randomUUID();
    var id = made(name);
    var at = FEEDS + "/" + id;
    var fresh = operator.get(at);
    assertThat(fresh.at("outcome")).isEqualTo("new");
    assertThat(fresh.at("minutes")).isEqualTo("1440");
    assertThat(fresh.at("dueAt")).isEqualTo("null");
    assertThat(fresh.at("runs")).isEqualTo("[]");
    assertThat(operator.post(FEEDS, wish(name)).at("errors/0/pointer")).isEqualTo("#/name");
    var other = "Feed " + UUID.randomUUID();
    var changed =
        operator.send(
            "PUT",
            at,
            """
            {"name":"%s","kind":"csv","minutes":60,"employer":"Acme","country":"de","active":false}\
            """
                .formatted(other));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.at("country")).isEqualTo("DE");
    assertThat(changed.at("address")).isEqualTo("null");
    var file = operator.get(FEEDS + "/feeds.yaml");
    assertThat(file.header("Content-Type")).startsWith("application/yaml");
    assertThat(file.body()).contains(other).doesNotContain(name);
    assertThat(operator.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(operator.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(operator.get(at).status()).isEqualTo(404);
  }

  @Test
  void feeds_are_listed_in_the_order_in_which_they_were_added() {
    var ids = List.of(made("Feed " + UUID.randomUUID()), made("Feed " + UUID.randomUUID()));
    var before = UUID.fromString(ids.getFirst());
    var cursor = new UUID(before.getMostSignificantBits(), before.getLeastSignificantBits() - 1);
    var first = operator.get(FEEDS + "?limit=1&after=" + cursor);
    assertThat(first.at("items/0/id")).isEqualTo(ids.get(0));
    assertThat(operator.get(first.at("next")).at("items/0/id")).isEqualTo(ids.get(1));
    for (var query : List.of("?limit=0", "?after=x")) {
      assertThat(operator.get(FEEDS + query).status()).as(query).isEqualTo(422);
    }
    ids.forEach(id -> operator.send("DELETE", FEEDS + "/" + id, null));
  }

  @Test
  void a_key_is_kept_and_never_shown_and_a_run_is_asked_for() {
    var at = FEEDS + "/" + made("Feed " + UUID.randomUUID());
    assertThat(operator.send("PUT", at + "/key", "{\"key\":\"s3cr3t\"}").status()).isEqualTo(204);
    var keyed = operator.get(at);
    assertThat(keyed.at("hasKey")).isEqualTo("true");
    assertThat(keyed.body()).doesNotContain("s3cr3t");
    for (var body :
        List.of(
            "{}",
            "{\"key\":\"\"}",
            "{\"key\":\"two words\"}",
            "{\"key\":\"a\\r\\nHost: x\"}",
            "{\"key\":\"" + "x".repeat(501) + "\"}")) {
      assertThat(operator.send("PUT", at + "/key", body).at("errors/0/pointer"))
          .as(body)
          .isEqualTo("#/key");
    }
    assertThat(operator.send("DELETE", at + "/key", null).status()).isEqualTo(204);
    assertThat(operator.get(at).at("hasKey")).isEqualTo("false");
    assertThat(operator.send("POST", at + "/run", null).status()).isEqualTo(202);
    assertThat(operator.send("POST", at + "/accept", null).status()).isEqualTo(202);
    for (var act : List.of("/run", "/accept")) {
      var unknown = FEEDS + "/" + UUID.randomUUID() + act;
      assertThat(operator.send("POST", unknown, null).status()).as(act).isEqualTo(404);
    }
  }

  @Test
  void what_is_wrong_with_a_feed_is_told_at_once() {
    var wrong =
        operator.post(
            FEEDS,
            """
            {"name":"","kind":"pigeon","address":"file:///etc/passwd","minutes":1,"employer":"%s","country":"XX",
             "attribution":"%s","active":"yes","fromFile":true}\
            """
                .formatted("x".repeat(121), "x".repeat(501)));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("#/name", "#/kind", "#/address", "#/minutes", "#/employer", "#/country")
        .contains("#/attribution", "#/active", "#/fromFile");
    for (var address :
        List.of("", "http:///x", "https://user:pw@example.org/", "ftp://example.org/x", "//x")) {
      var body =
          "{\"name\":\"%s\",\"kind\":\"csv\",\"address\":\"%s\"}"
              .formatted(UUID.randomUUID(), address);
      assertThat(operator.post(FEEDS, body).at("errors/0/pointer"))
          .as(address)
          .isEqualTo("#/address");
    }
    var unknown = FEEDS + "/" + UUID.randomUUID();
    assertThat(operator.send("PUT", unknown, wish("x")).status()).isEqualTo(404);
    assertThat(operator.send("PUT", unknown + "/key", "{\"key\":\"k\"}").status()).isEqualTo(404);
  }
}
