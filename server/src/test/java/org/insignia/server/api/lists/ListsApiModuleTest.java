package org.insignia.server.api.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
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
class ListsApiModuleTest {
  private static final String LISTS = "/rest/v1/issue";
  private static final String LIST = "Where,Who\nana@example.org,Ana\nnobody,Bo\n";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired JdbcClient db;

  private Organisation academy;
  private Program program;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
  }

  private Answer bring(String query, String list, String... headers) {
    return program.bring("POST", LISTS + query, "text/csv", list.getBytes(UTF_8), headers);
  }

  private String at(Answer brought) {
    assertThat(brought.status()).as(brought.body()).isEqualTo(202);
    return LISTS + "/" + brought.at("id");
  }

  private long credentials() {
    return db.sql("select count(*) from credential where organisation_id = ?")
        .param(academy.id().value())
        .query(Long.class)
        .single();
  }

  private void finished(String at, String state) {
    Until.holds(() -> program.get(at).at("state").equals(state));
  }

  @Test
  void a_list_waits_for_its_columns_is_tried_opened_again_started_and_reported() {
    var badge = program.get("/rest/v1/achievements").at("items/0/slug");
    var held = bring("?hold=true&badge=" + badge, LIST);
    var at = at(held);
    assertThat(held.at("state")).isEqualTo("OPEN");
    assertThat(held.at("problems/0")).isNotEmpty();
    var columns = program.get(at + "/columns");
    assertThat(columns.at("columns/0/header")).isEqualTo("Where");
    assertThat(columns.at("columns/0/samples/0")).isEqualTo("ana@example.org");
    assertThat(columns.at("badge")).isEqualTo(badge);
    assertThat(program.send("POST", at + "/check", null).status()).isEqualTo(409);
    var chosen =
        program.send("PUT", at + "/columns", "{\"columns\":[\"mailbox\",\"name\"],\"quiet\":true}");
    assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    assertThat(chosen.at("problems")).isEqualTo("[]");
    assertThat(chosen.at("badge")).isEqualTo(badge);
    program.send("POST", at + "/check", null);
    finished(at, "CHECKED");
    assertThat(program.get(at).at("issued")).isEqualTo("1");
    assertThat(credentials()).isZero();
    assertThat(program.send("POST", at + "/reopen", null).at("state")).isEqualTo("OPEN");
    assertThat(program.post(at + "/start", "{}").status()).isEqualTo(200);
    finished(at, "DONE");
    assertThat(credentials()).isEqualTo(1);
    assertThat(program.post(at + "/start", "{}").status()).isEqualTo(409);
    assertThat(program.send("PUT", at + "/columns", "{\"quiet\":true}").status()).isEqualTo(409);
    var refused = program.get(at + "/rows");
    assertThat(refused.at("items/0/verdict")).isEqualTo("refused");
    assertThat(refused.at("items/0/badge")).isEqualTo("null");
    var issued = program.get(at + "/rows?verdict=issued");
    assertThat(issued.at("items/0/badge")).isNotEqualTo("null");
    var table = program.get(at + "/report.csv");
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.body()).contains("nobody", "/badges/" + issued.at("items/0/badge"));
    assertThat(program.get(at + "/rows?verdict=x").status()).isEqualTo(422);
    assertThat(program.get(at + "/rows?after=x").status()).isEqualTo(422);
  }

  @Test
  void lists_are_looked_through_and_cancelled() {
    var first = at(bring("?hold=true", LIST));
    var second = at(bring("?hold=true", LIST));
    var page = program.get(LISTS + "?limit=1");
    assertThat(LISTS + "/" + page.at("items/0/id")).isEqualTo(second);
    assertThat(LISTS + "/" + program.get(page.at("next")).at("items/0/id")).isEqualTo(first);
    assertThat(program.send("POST", second + "/cancel", null).at("state")).isEqualTo("CANCELLED");
    assertThat(program.send("POST", second + "/cancel", null).at("state")).isEqualTo("CANCELLED");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(LISTS).at("items/0/id")).isEmpty();
    for (var path : new String[] {"", "/columns", "/rows", "/report.csv"}) {
      assertThat(stranger.get(first + path).status()).as(path).isEqualTo(404);
    }
    for (var path : new String[] {"/check", "/cancel", "/reopen"}) {
      assertThat(stranger.send("POST", first + path, null).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(first + "/start", "{}").status()).isEqualTo(404);
    assertThat(stranger.send("PUT", first + "/columns", "{}").status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.BADGES_READ)));
    assertThat(reader.get(LISTS).status()).isEqualTo(403);
    assertThat(reader.post(first + "/start", "{}").status()).isEqualTo(403);
  }

  @Test
  void columns_and_times_that_cannot_be_are_told() {
    var at = at(bring("?hold=true", LIST));
    var wrong =
        program.send(
            "PUT",
            at + "/columns",
            "{\"columns\":[\"mailbox\",\"everything\",\"name\"],\"encoding\":\"ebcdic\",\"badge\":\"none\",\"language\":\"xx\",\"state\":\"DONE\",\"quiet\":1}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains(
            "\"#/columns/1\"",
            "\"#/columns\"",
            "\"#/encoding\"",
            "\"#/badge\"",
            "\"#/language\"",
            "\"#/state\"",
            "\"#/quiet\"");
    for (var when :
        new String[] {
          "\"tomorrow\"", "\"2001-01-01T00:00:00Z\"", "\"9999-01-01T00:00:00Z\"", "7"
        }) {
      assertThat(program.post(at + "/start", "{\"notBefore\":" + when + "}").at("errors/0/pointer"))
          .as(when)
          .isEqualTo("#/notBefore");
    }
    assertThat(program.get(at + "/columns").at("columns/0/meaning")).isEqualTo("ignored");
  }

  @Test
  void the_same_key_with_another_file_is_refused_and_with_the_same_is_answered_as_before() {
    var key = "k" + UUID.randomUUID();
    var first = bring("?hold=true", LIST, "Idempotency-Key", key);
    var again = bring("?hold=true", LIST, "Idempotency-Key", key);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.body()).isEqualTo(first.body());
    var other = bring("?hold=true", LIST + "c@example.org,C\n", "Idempotency-Key", key);
    assertThat(other.status()).as(other.body()).isEqualTo(422);
    assertThat(other.at("errors/0/parameter")).isEqualTo("Idempotency-Key");
    assertThat(bring("?dry=true", LIST, "Idempotency-Key", key).status()).isEqualTo(422);
    assertThat(program.get(LISTS).at("items/1/id")).isEmpty();
    // a day later the key of the list itself still knows it
    db.sql("update api_kept_answer set made_at = now() - interval '25 hours' where key = ?")
        .param(key)
        .update();
    assertThat(bring("?hold=true", LIST, "Idempotency-Key", key).at("id"))
        .isEqualTo(first.at("id"));
    db.sql("update api_kept_answer set made_at = now() - interval '25 hours' where key = ?")
        .param(key)
        .update();
    assertThat(bring("?hold=true", "a,b\n", "Idempotency-Key", key).status()).isEqualTo(409);
    var results = "result_id,candidate_id\n";
    var intake = "/rest/v1/imports/results?provider=canonical";
    var taken =
        program.bring(
            "POST", intake, "text/csv", results.getBytes(UTF_8), "Idempotency-Key", key + "r");
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    assertThat(
            program
                .bring(
                    "POST",
                    intake,
                    "text/csv",
                    results.getBytes(UTF_8),
                    "Idempotency-Key",
                    key + "r")
                .body())
        .isEqualTo(taken.body());
    assertThat(
            program
                .bring(
                    "POST", intake, "text/csv", "x".getBytes(UTF_8), "Idempotency-Key", key + "r")
                .status())
        .isEqualTo(422);
    assertThat(
            program
                .bring("POST", LISTS, "text/csv", LIST.getBytes(UTF_8), "Idempotency-Key", " ")
                .status())
        .isEqualTo(400);
  }

  @Test
  void one_badge_is_tried_and_put_off() {
    var wish =
        "{\"achievement\":\"nw-100\",\"recipient\":{\"email\":\"ana@example.org\",\"name\":\"Ana\"}%s}";
    var tried = program.post("/rest/v1/badges/preview", wish.formatted(""));
    assertThat(tried.at("issues")).as(tried.body()).isEqualTo("true");
    assertThat(credentials()).isZero();
    assertThat(program.post("/rest/v1/badges/preview", wish.formatted(",\"issuer\":1")).status())
        .isEqualTo(422);
    var given = program.post("/rest/v1/badges", wish.formatted(""));
    var had = program.post("/rest/v1/badges/preview", wish.formatted(""));
    assertThat(had.at("issues")).isEqualTo("false");
    assertThat(had.at("existing")).isEqualTo(given.at("id"));
    var when = Instant.now().plusSeconds(86_400).toString();
    var later =
        program.post("/rest/v1/badges/later", wish.formatted(",\"notBefore\":\"" + when + "\""));
    assertThat(later.status()).as(later.body()).isEqualTo(202);
    var list = LISTS + "/" + later.at("list");
    assertThat(program.get(list).at("state")).isEqualTo("RUNNING");
    assertThat(program.send("POST", list + "/cancel", null).at("state")).isEqualTo("CANCELLED");
    assertThat(program.post("/rest/v1/badges/later", wish.formatted("")).at("errors/0/pointer"))
        .isEqualTo("#/notBefore");
  }
}
