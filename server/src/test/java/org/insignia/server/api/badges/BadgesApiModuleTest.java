package org.insignia.server.api.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.testing.Program.Answer;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BadgesApiModuleTest {
  private static final String BADGES = "/rest/v1/badges";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Organisation academy;
  private Program program;

  @BeforeEach
  void found() {
    academy = badges.academy();
    program = new Program(settings, tokens.of(academy));
  }

  private static String wish(String email) {
    return """
    {"achievement":"nw-100","recipient":{"email":"%s","name":"Ana Silva","language":"es"},"earnedOn":"2026-03-04",
     "expiresOn":"2028-03-04","result":"912 of 1000","evidence":{"url":"https://example.org/work"},"notify":false}
    """
        .formatted(email);
  }

  private Answer issued(String email) {
    var answer = program.post(BADGES, wish(email));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private String signed(String email) {
    var id = issued(email).at("id");
    Until.holds(() -> program.get(BADGES + "/" + id).at("signed").equals("true"));
    return id;
  }

  @Test
  void a_badge_is_issued_found_and_fetched_in_every_form() {
    var made = issued("ana@example.org");
    var id = made.at("id");
    assertThat(made.header("Location")).isEqualTo(settings.url(BADGES + "/" + id).toString());
    assertThat(made.at("recipient/email")).isEqualTo("ana@example.org");
    assertThat(made.at("earnedAt")).isEqualTo("2026-03-04T00:00:00Z");
    Until.holds(() -> program.get(BADGES + "/" + id).at("signed").equals("true"));
    assertThat(program.get(BADGES + "/" + id).at("state")).isEqualTo("issued");
    var document = program.get(BADGES + "/" + id + "/document");
    assertThat(document.header("Content-Type")).isEqualTo("application/vc+ld+json");
    assertThat(document.body()).contains("OpenBadgeCredential", "/badges/" + id);
    var png = program.get(BADGES + "/" + id + "/image.png");
    assertThat(new String(png.bytes(), StandardCharsets.ISO_8859_1))
        .contains("openbadgecredential");
    assertThat(program.get(BADGES + "/" + id + "/image.svg").body()).contains("openbadges:");
  }

  @Test
  void without_a_key_the_same_badge_twice_is_a_conflict_that_names_the_first() {
    var id = signed("ana@example.org");
    var again = program.post(BADGES, wish("Ana@example.org"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("detail")).contains(id);
    assertThat(program.get(BADGES).at("items/1/id")).isEmpty();
  }

  @Test
  void what_is_wrong_is_told_with_pointers_all_at_once() {
    var answer =
        program.post(
            BADGES,
            """
            {"achievement":"nothing","recipient":{"email":"nobody","name":"A"},"earnedOn":"31.3.2026","role":"OWNER"}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"#/role\"");
    answer =
        program.post(
            BADGES,
            """
            {"achievement":"nothing","recipient":{"email":"nobody","name":"A"},"earnedOn":"31.3.2026"}
            """);
    assertThat(answer.body())
        .contains("\"#/achievement\"", "\"#/recipient/email\"", "\"#/earnedOn\"");
    assertThat(program.post(BADGES, "{").status()).isEqualTo(400);
    assertThat(program.post(BADGES, "<a/>", "Content-Type", "text/xml").status()).isEqualTo(415);
    assertThat(program.send("PUT", BADGES, "{}").status()).isEqualTo(405);
    assertThat(program.send("GET", BADGES, null, "Accept", "text/html").status()).isEqualTo(406);
    assertThat(program.get(BADGES + "?limit=1000").status()).isEqualTo(422);
    assertThat(program.get(BADGES + "?after=AAAA").status()).isEqualTo(422);
    assertThat(program.get(BADGES + "?state=wonderful").status()).isEqualTo(422);
    assertThat(program.get(BADGES + "/nothing").status()).isEqualTo(400);
  }

  @Test
  void a_batch_issues_what_can_be_issued_and_says_of_each_item_what_became_of_it() {
    signed("had@example.org");
    var items =
        List.of(
            wish("one@example.org"),
            wish("nobody"),
            wish("two@example.org"),
            wish("one@example.org"),
            wish("had@example.org"),
            "7",
            wish("three@example.org").replace("\"result\"", "\"orgId\":\"x\",\"result\""));
    var answer = program.post(BADGES + "/batch", "{\"items\":[" + String.join(",", items) + "]}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(207);
    assertThat(answer.at("issued")).isEqualTo("2");
    assertThat(answer.at("duplicates")).isEqualTo("2");
    assertThat(answer.at("refused")).isEqualTo("3");
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      statuses.add(answer.at("items/" + i + "/status"));
    }
    assertThat(statuses).containsExactly("201", "422", "201", "409", "409", "422", "422");
    assertThat(answer.at("items/1/errors/0/pointer")).isEqualTo("#/items/1/recipient/email");
    assertThat(answer.at("items/3/detail")).isEqualTo("item 0 of this batch gives the same");
    assertThat(answer.at("items/6/errors/0/pointer")).isEqualTo("#/items/6/orgId");
    assertThat(program.post(BADGES + "/batch", "{\"items\":[]}").status()).isEqualTo(422);
    var many = "{\"items\":[" + "7,".repeat(1000) + "7]}";
    assertThat(program.post(BADGES + "/batch", many).at("errors/0/detail"))
        .isEqualTo("at most 1000 of them");
  }

  @Test
  void pages_follow_each_other_and_filters_narrow_them() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      all.add(issued("p" + i + "@example.org").at("id"));
    }
    Until.holds(() -> !program.get(BADGES).at("items/4/id").isEmpty());
    Set<String> seen = new HashSet<>();
    var next = BADGES + "?limit=2&achievement=exam-nw-100&state=issued";
    int pages = 0;
    while (!next.isEmpty() && !next.equals("null")) {
      var page = program.get(next);
      assertThat(page.status()).as(next + page.body()).isEqualTo(200);
      for (int i = 0; i < 2; i++) {
        seen.add(page.at("items/" + i + "/id"));
      }
      next = page.at("next");
      assertThat(page.header("Link").isEmpty()).isEqualTo(next.equals("null"));
      pages++;
    }
    seen.remove("");
    assertThat(pages).isEqualTo(3);
    assertThat(seen).isEqualTo(all);
    var one = program.get(BADGES + "?recipient=p3@example.org");
    assertThat(one.at("items/0/recipient/email")).isEqualTo("p3@example.org");
    assertThat(one.at("items/1/id")).isEmpty();
    assertThat(program.get(BADGES + "?issuedUntil=2020-01-01").at("items/0/id")).isEmpty();
  }

  @Test
  void a_badge_goes_through_its_states() {
    var id = signed("ana@example.org");
    var at = BADGES + "/" + id;
    var suspended = program.post(at + "/suspend", "{\"reason\":\"being looked at\"}");
    assertThat(suspended.at("state")).isEqualTo("suspended");
    assertThat(suspended.at("stateReason")).isEqualTo("being looked at");
    assertThat(program.post(at + "/suspend", "{\"reason\":\"again\"}").status()).isEqualTo(409);
    assertThat(program.post(at + "/reinstate", "{}").at("state")).isEqualTo("issued");
    assertThat(program.post(at + "/revoke", "{}").at("errors/0/pointer")).isEqualTo("#/reason");
    assertThat(program.post(at + "/revoke", "{}").status()).isEqualTo(422);
    var copy =
        program.post(
            at + "/replace", "{\"recipient\":{\"name\":\"Ana Sílva\"},\"reason\":\"her name\"}");
    assertThat(copy.status()).isEqualTo(201);
    assertThat(copy.at("replaces")).isEqualTo(id);
    assertThat(program.get(at).at("replacedBy")).isEqualTo(copy.at("id"));
    var second = BADGES + "/" + copy.at("id");
    Until.holds(() -> program.get(second).at("signed").equals("true"));
    var revoked = program.post(second + "/revoke", "{\"reason\":\"a mistake\",\"notify\":false}");
    assertThat(revoked.at("state")).isEqualTo("revoked");
    assertThat(revoked.at("stateSince")).isNotEqualTo("null");
    var followed = program.get("/rest/v1/events?type=badge.suspended&type=badge.reinstated");
    assertThat(followed.at("items/0/type")).isEqualTo("badge.suspended");
    assertThat(followed.at("items/1/data/badge/id")).isEqualTo(id);
    assertThat(program.get(followed.at("next")).at("items/0/id")).isEmpty();
    var event = "/rest/v1/events/" + followed.at("items/0/id");
    assertThat(program.get(event).at("type")).isEqualTo("badge.suspended");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(event).status()).isEqualTo(404);
    assertThat(stranger.get("/rest/v1/events?type=badge.suspended").at("items/0/id")).isEmpty();
    assertThat(program.get("/rest/v1/events?type=x").status()).isEqualTo(422);

    assertThat(program.send("DELETE", second, null).status()).isEqualTo(204);
    assertThat(program.get(second).status()).isEqualTo(404);
    assertThat(program.get(event).at("data/gone/id")).isEqualTo(id);
  }

  @Test
  void what_is_another_organisations_is_not_there_and_scopes_open_what_they_say() {
    var id = signed("ana@example.org");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    var at = BADGES + "/" + id;
    for (var path : new String[] {at, at + "/document", at + "/image.png", at + "/image.svg"}) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    for (var act : new String[] {"suspend", "revoke", "reinstate", "replace", "resend"}) {
      assertThat(stranger.post(at + "/" + act, "{\"reason\":\"x\"}").status()).isEqualTo(404);
    }
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(stranger.get(BADGES + "?organisation=" + academy.slug()).status()).isEqualTo(404);
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.BADGES_READ)));
    assertThat(reader.get(at).status()).isEqualTo(200);
    assertThat(reader.post(BADGES, wish("b@example.org")).status()).isEqualTo(403);
    assertThat(reader.send("DELETE", at, null).status()).isEqualTo(403);
    assertThat(new Program(settings, "").get(at).status()).isEqualTo(401);
  }

  @Test
  void nothing_can_be_set_that_is_not_the_callers_to_set() throws IOException {
    var list =
        Path.of(System.getProperty("insignia.shared", "../shared"))
            .resolve("data/hostile/lists/mass-assignment.jsonl");
    Assumptions.assumeTrue(Files.exists(list), "needs " + list);
    for (var line : Files.readAllLines(list)) {
      var extra = ((JsonObject) Json.parse(line)).object("extra");
      var body = ((JsonObject) Json.parse(wish(UUID.randomUUID() + "@example.org")));
      for (var member : extra.members().entrySet()) {
        body = body.with(member.getKey(), member.getValue());
      }
      var answer = program.post(BADGES, Json.write(body));
      assertThat(answer.status()).as(line).isEqualTo(422);
      assertThat(answer.at("errors/0/pointer"))
          .isEqualTo("#/" + extra.members().keySet().iterator().next());
    }
    assertThat(program.get(BADGES).at("items/0/id")).isEmpty();
  }
}
