package org.insignia.server.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.support.requests.TestRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole server, run by a program of its operator. */
@ServerTest
class OperatorApiModuleTest {
  private static final String SERVER = "/rest/v1/server";
  private static final String HOUSES = SERVER + "/organisations";
  private static final String MERGES = SERVER + "/merged-accounts";
  private static final String REQUESTS = SERVER + "/requests";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired TestRequests requests;
  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired Members members;
  @Autowired Organisations organisations;

  private Program operator;

  @BeforeEach
  void show() throws IOException {
    var token = Files.readString(settings.dataFolder().resolve("admin.token")).strip();
    operator = new Program(settings, token);
  }

  private EmailAddress address() {
    return EmailAddress.of("o" + UUID.randomUUID() + "@example.org");
  }

  private PersonId person(EmailAddress address) {
    return accounts.createConfirmed("Ana Silva", address, "violet otter lantern", Language.EN);
  }

  private static String slug() {
    return "h" + UUID.randomUUID().toString().substring(0, 18);
  }

  @Test
  void programs_of_organisations_and_strangers_learn_nothing() {
    var house = new Program(settings, tokens.of(badges.academy()));
    var stranger = new Program(settings, "");
    var wrong = new Program(settings, "insignia_" + "x".repeat(43));
    var nothing = UUID.randomUUID();
    for (var path :
        List.of(
            SERVER,
            SERVER + "/mail",
            HOUSES,
            HOUSES + "/" + slug(),
            SERVER + "/health",
            MERGES,
            REQUESTS,
            REQUESTS + "/" + nothing,
            SERVER + "/feeds",
            SERVER + "/feeds/feeds.yaml",
            SERVER + "/feeds/" + nothing)) {
      assertThat(house.get(path).status()).as(path).isEqualTo(403);
      assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
      assertThat(wrong.get(path).status()).as(path).isEqualTo(401);
    }
    for (var path :
        List.of(
            "/rest/v1/jobs/index",
            SERVER + "/mail/retry",
            HOUSES + "/" + slug() + "/reopen",
            MERGES + "/" + nothing + "/undo",
            REQUESTS + "/" + nothing + "/close",
            SERVER + "/feeds/" + nothing + "/run")) {
      assertThat(house.send("POST", path, null).status()).as(path).isEqualTo(403);
      assertThat(stranger.send("POST", path, null).status()).as(path).isEqualTo(401);
    }
    for (var path :
        List.of(
            HOUSES,
            HOUSES + "/" + slug() + "/suspend",
            SERVER + "/health",
            REQUESTS + "/" + nothing + "/answer",
            REQUESTS + "/" + nothing + "/assign",
            SERVER + "/feeds")) {
      assertThat(house.post(path, "{}").status()).as(path).isEqualTo(403);
      assertThat(stranger.post(path, "{}").status()).as(path).isEqualTo(401);
    }
  }

  @Test
  void it_tells_how_the_server_fares() {
    var fares = operator.get(SERVER);
    assertThat(fares.status()).as(fares.body()).isEqualTo(200);
    assertThat(fares.at("address")).isEqualTo(settings.baseUrl().toString());
    assertThat(fares.body()).contains("\"workers\":[{\"name\"", "daily-check-up");
    assertThat(fares.header("Cache-Control")).contains("no-store");
    assertThat(operator.get(SERVER + "/mail").status()).isEqualTo(200);
    var again = operator.send("POST", SERVER + "/mail/retry", null);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("letters")).matches("[0-9]+");
  }

  @Test
  void an_organisation_is_made_once_and_led_by_whom_it_names() {
    var owner = address();
    var olga = person(owner);
    var slug = slug();
    var body =
        "{\"name\":\" Northwind \",\"slug\":\"%s\",\"owner\":\"%s\"}"
            .formatted(slug, owner.value());
    var made = operator.post(HOUSES, body, "Idempotency-Key", slug);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(HOUSES + "/" + slug);
    assertThat(made.at("name")).isEqualTo("Northwind");
    assertThat(made.at("members")).isEqualTo("1");
    var id = organisations.find(slug).orElseThrow().id();
    assertThat(members.heldBy(olga.value(), id)).contains(Role.OWNER);
    var again = operator.post(HOUSES, body, "Idempotency-Key", slug);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(operator.post(HOUSES, body).status()).as("taken").isEqualTo(409);
    assertThat(operator.get(HOUSES + "/" + slug).at("limits/tokens/usual")).isEqualTo("50");
    assertThat(operator.get(HOUSES + "/" + slug()).status()).isEqualTo(404);
    var reserved = operator.post(HOUSES, "{\"name\":\"N\",\"slug\":\"server\"}");
    assertThat(reserved.status()).isEqualTo(409);

    var alone = slug();
    operator.post(HOUSES, "{\"name\":\"Alone\",\"slug\":\"" + alone + "\"}");
    assertThat(operator.get(HOUSES + "/" + alone).at("members")).isEqualTo("0");
  }

  @Test
  void what_is_wrong_with_an_organisation_is_told_at_once() {
    var wrong =
        operator.post(
            HOUSES,
            """
            {"name":" ","slug":"Über uns","owner":"nobody-%s@example.org","suspended":true}\
            """
                .formatted(UUID.randomUUID()));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("#/name", "#/slug", "#/owner", "#/suspended");
    for (var body :
        List.of(
            "{}",
            "{\"name\":7,\"slug\":[]}",
            "{\"name\":\"a\\u0000b\",\"slug\":\"ab\"}",
            "{\"name\":\"a\",\"slug\":\"-a\"}",
            "{\"name\":\"" + "x".repeat(121) + "\",\"slug\":\"ab\"}",
            "{\"name\":\"a\",\"slug\":\"" + "b".repeat(61) + "\"}",
            "{\"name\":\"a\",\"slug\":\"ab\",\"owner\":{}}")) {
      assertThat(operator.post(HOUSES, body).status()).as(body).isEqualTo(422);
    }
    for (var body : List.of("", "[]", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":")) {
      assertThat(operator.post(HOUSES, body).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void organisations_are_listed_by_slug_page_by_page() {
    var mark = "Zq" + UUID.randomUUID().toString().substring(0, 8);
    var slugs = List.of(slug(), slug(), slug()).stream().sorted().toList();
    slugs.forEach(slug -> organisations.create("test", slug, mark + " House", null, null));
    var first = operator.get(HOUSES + "?limit=2&name=" + mark.toUpperCase(java.util.Locale.ROOT));
    assertThat(first.at("items/0/slug")).isEqualTo(slugs.get(0));
    assertThat(first.at("items/1/slug")).isEqualTo(slugs.get(1));
    var second = operator.get(first.at("next"));
    assertThat(second.at("items/0/slug")).isEqualTo(slugs.get(2));
    assertThat(second.at("next")).isEqualTo("null");
    for (var query :
        List.of(
            "?limit=0", "?limit=101", "?limit=x", "?after=%C3%9C", "?name=" + "x".repeat(121))) {
      assertThat(operator.get(HOUSES + query).status()).as(query).isEqualTo(422);
    }
  }

  @Test
  void an_organisation_is_suspended_and_opened_again() {
    var academy = badges.academy();
    var house = new Program(settings, tokens.of(academy));
    var at = HOUSES + "/" + academy.slug();
    for (var body : List.of("{}", "{\"why\":\" \"}", "{\"why\":\"" + "x".repeat(501) + "\"}")) {
      assertThat(operator.post(at + "/suspend", body).at("errors/0/pointer"))
          .as(body)
          .isEqualTo("#/why");
    }
    var closed = operator.post(at + "/suspend", "{\"why\":\"Fees unpaid since May\"}");
    assertThat(closed.at("suspension/why")).isEqualTo("Fees unpaid since May");
    assertThat(house.get("/rest/v1/badges").status()).isEqualTo(403);
    var before = academy.slug().substring(0, academy.slug().length() - 1);
    var listed = operator.get(HOUSES + "?limit=1&after=" + before);
    assertThat(listed.at("items/0/slug")).isEqualTo(academy.slug());
    assertThat(listed.at("items/0/suspended")).isEqualTo("true");
    var open = operator.send("POST", at + "/reopen", null);
    assertThat(open.at("suspended")).isEqualTo("false");
    assertThat(operator.send("POST", at + "/reopen", null).status()).isEqualTo(200);
    assertThat(house.get("/rest/v1/badges").status()).isEqualTo(200);
    assertThat(house.get("/rest/v1/audit?action=organisations.suspend").at("items/0/actor"))
        .isEqualTo("admin-token");
    assertThat(operator.post(HOUSES + "/nobody-here/suspend", "{\"why\":\"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void limits_that_are_named_are_set_and_the_others_stay() {
    var academy = badges.academy();
    var at = HOUSES + "/" + academy.slug() + "/limits";
    var set = operator.send("PATCH", at, "{\"tokens\":7,\"storage\":0,\"listRows\":10}");
    assertThat(set.status()).as(set.body()).isEqualTo(200);
    var again = operator.send("PATCH", at, "{\"tokens\":null,\"mails\":5}");
    assertThat(again.at("limits/tokens/value")).isEqualTo(Integer.toString(Limit.TOKENS.usual()));
    assertThat(again.at("limits/storage/value")).isEqualTo("0");
    assertThat(again.at("limits/listRows/value")).isEqualTo("10");
    assertThat(again.at("limits/mails/value")).isEqualTo("5");
    for (var body :
        List.of(
            "{\"tokens\":-1}",
            "{\"tokens\":1001}",
            "{\"tokens\":1.5}",
            "{\"tokens\":\"7\"}",
            "{\"mails\":1e99}",
            "{\"LIST_ROWS\":1}",
            "{\"tokens\":1,\"suspended\":false}")) {
      assertThat(operator.send("PATCH", at, body).status()).as(body).isEqualTo(422);
    }
    assertThat(operator.send("PATCH", at, "{}").at("limits/mails/value")).isEqualTo("5");
  }

  @Test
  void an_examination_is_asked_for_and_reported() {
    var asked = operator.post(SERVER + "/health", "{\"everything\":false}");
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    Until.holds(() -> !operator.get(SERVER + "/health").at("last/rules/0/rule").isEmpty());
    for (var body : List.of("{\"everything\":\"yes\"}", "{\"all\":true}")) {
      assertThat(operator.post(SERVER + "/health", body).status()).as(body).isEqualTo(422);
    }
  }

  @Test
  void a_merge_of_accounts_is_found_and_taken_back_once() {
    var kept = person(address());
    var gone = person(address());
    merges.merge(kept, gone);
    var id = merges.latest(1).getFirst().id();
    var list = operator.get(MERGES + "?limit=1");
    assertThat(list.at("items/0/kept/id")).isEqualTo(kept.toString());
    assertThat(list.at("items/0/open")).isEqualTo("true");
    assertThat(operator.get(MERGES + "?limit=1&after=" + id).body()).doesNotContain(id.toString());
    var back = operator.send("POST", MERGES + "/" + id + "/undo", null);
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(back.at("open")).isEqualTo("false");
    assertThat(operator.send("POST", MERGES + "/" + id + "/undo", null).status()).isEqualTo(409);
    var unknown = MERGES + "/" + UUID.randomUUID() + "/undo";
    assertThat(operator.send("POST", unknown, null).status()).isEqualTo(404);
    assertThat(operator.send("POST", MERGES + "/x/undo", null).status()).isEqualTo(400);
    for (var query : List.of("?limit=0", "?after=x")) {
      assertThat(operator.get(MERGES + query).status()).as(query).isEqualTo(422);
    }
  }

  @Test
  void requests_to_the_operator_are_answered_and_those_to_others_are_not_there() {
    var ana = person(address());
    var id = requests.askOperator(ana);
    var others = requests.ask(ana, badges.academy());
    var running = person(address());
    members.makeOperator("test", running.value());
    var at = REQUESTS + "/" + id;
    assertThat(operator.get(REQUESTS + "?limit=100").body()).contains(id.toString());
    assertThat(operator.get(REQUESTS + "?limit=100").body()).doesNotContain(others.toString());
    assertThat(operator.get(at).at("messages/0/words")).isEqualTo("Where is it?");
    for (var act : List.of("/close", "/reopen")) {
      assertThat(operator.send("POST", REQUESTS + "/" + others + act, null).status())
          .as(act)
          .isEqualTo(404);
    }
    var answer = operator.post(at + "/answer", "{\"words\":\"Here.\"}");
    assertThat(answer.at("state")).as(answer.body()).isEqualTo("answered");
    assertThat(answer.at("messages/1/by")).isEqualTo("staff");
    assertThat(answer.at("assignee")).isEqualTo("null");
    var assigned = operator.post(at + "/assign", "{\"assignee\":\"" + running + "\"}");
    assertThat(assigned.at("assignee")).isEqualTo(running.toString());
    assertThat(operator.get(SERVER).body()).contains(running.toString());
    for (var body :
        List.of(
            "{}",
            "{\"assignee\":\"\"}",
            "{\"assignee\":\"x\"}",
            "{\"assignee\":7}",
            "{\"assignee\":\"" + ana + "\"}")) {
      assertThat(operator.post(at + "/assign", body).at("errors/0/pointer"))
          .as(body)
          .isEqualTo("#/assignee");
    }
    assertThat(operator.post(at + "/assign", "{\"assignee\":null}").at("assignee"))
        .isEqualTo("null");
    assertThat(operator.send("POST", at + "/close", null).at("state")).isEqualTo("closed");
    assertThat(operator.send("POST", at + "/reopen", null).at("state")).isEqualTo("open");
    assertThat(operator.post(at + "/answer", "{\"words\":\" \"}").status()).isEqualTo(422);
    assertThat(operator.get(REQUESTS + "?state=unconfirmed").status()).isEqualTo(422);
    assertThat(operator.get(REQUESTS + "?after=x").status()).isEqualTo(422);
  }

  @Test
  void a_desk_says_which_colleague_sees_to_a_request() {
    var academy = badges.academy();
    var program = new Program(settings, tokens.of(academy));
    var at = "/rest/v1/requests/" + requests.ask(person(address()), academy) + "/assign";
    var colleague = person(address());
    var body = "{\"assignee\":\"" + colleague + "\"}";
    members.grant("test", colleague.value(), academy.id(), Role.VIEWER);
    assertThat(program.post(at, body).at("errors/0/pointer")).isEqualTo("#/assignee");
    members.grant("test", colleague.value(), academy.id(), Role.ISSUER);
    assertThat(program.post(at, body).at("assignee")).isEqualTo(colleague.toString());
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.post(at, "{\"assignee\":null}").status()).isEqualTo(404);
  }
}
