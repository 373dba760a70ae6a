package org.insignia.server.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class HouseApiModuleTest {
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

  @Test
  void an_organisation_says_something_else_of_itself_and_the_rest_stays() {
    var before = program.get("/rest/v1/organisation");
    assertThat(before.at("slug")).isEqualTo(academy.slug());
    var after = program.send("PATCH", "/rest/v1/organisation", "{\"description\":\"We certify.\"}");
    assertThat(after.at("description")).isEqualTo("We certify.");
    assertThat(after.at("name")).isEqualTo(before.at("name"));
    var wrong =
        program.send(
            "PATCH",
            "/rest/v1/organisation",
            "{\"id\":\"OTHER\",\"plan\":\"unlimited\",\"accent\":\"red\",\"url\":\"javascript:1\",\"email\":\"x\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("\"#/id\"", "\"#/plan\"", "\"#/accent\"", "\"#/url\"", "\"#/email\"");
    assertThat(program.get("/rest/v1/organisation").at("id")).isEqualTo(before.at("id"));
  }

  @Test
  void somebody_is_asked_to_work_here_and_the_last_owner_stays() {
    var mailbox = "m" + UUID.randomUUID() + "@example.org";
    var body = "{\"email\":\"" + mailbox + "\",\"role\":\"issuer\"}";
    var invited = program.post("/rest/v1/invitations", body);
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    assertThat(program.get("/rest/v1/invitations").at("items/0/email")).isEqualTo(mailbox);
    var at = "/rest/v1/invitations/" + invited.at("id");
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get("/rest/v1/invitations").at("items/0/id")).isEmpty();
    var owner = program.get("/rest/v1/members").at("items/0/id");
    var member = "/rest/v1/members/" + owner;
    assertThat(program.send("PATCH", member, "{\"role\":\"viewer\"}").status()).isEqualTo(409);
    assertThat(program.send("DELETE", member, null).status()).isEqualTo(409);
    assertThat(stranger.send("PATCH", member, "{\"role\":\"viewer\"}").status()).isEqualTo(404);
    assertThat(program.send("PATCH", member, "{\"role\":\"king\"}").at("errors/0/pointer"))
        .isEqualTo("#/role");
    tokens.of(academy);
    var other = program.get("/rest/v1/members").at("items/0/id");
    assertThat(program.send("PATCH", member, "{\"role\":\"admin\"}").at("role")).isEqualTo("admin");
    // its maker decides about owners no more, and so does the token
    assertThat(program.send("DELETE", "/rest/v1/members/" + other, null).status()).isIn(401, 403);
  }

  @Test
  void what_was_changed_is_read_page_by_page_and_by_those_alone_who_may() {
    program.send("PATCH", "/rest/v1/organisation", "{\"description\":\"One.\"}");
    program.send("PATCH", "/rest/v1/organisation", "{\"description\":\"Two.\"}");
    var first = program.get("/rest/v1/audit?limit=1");
    assertThat(first.at("items/0/actor")).startsWith("token:");
    var second = program.get(first.at("next"));
    assertThat(second.at("items/0/id")).isNotEqualTo(first.at("items/0/id"));
    assertThat(program.get("/rest/v1/audit?action=nothing.").at("items/0/id")).isEmpty();
    assertThat(program.get("/rest/v1/audit?after=AAAA").status()).isEqualTo(422);
    assertThat(program.get("/rest/v1/audit?from=x").status()).isEqualTo(422);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get("/rest/v1/audit?subject=" + academy.id().value()).at("items/0/id"))
        .isEmpty();
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ANALYTICS_READ)));
    assertThat(reader.get("/rest/v1/audit").status()).isEqualTo(403);
    assertThat(reader.get("/rest/v1/analytics").status()).isEqualTo(200);
    assertThat(reader.get("/rest/v1/analytics?from=2020-01-01").status()).isEqualTo(422);
  }

  @Test
  void a_subscription_is_made_tested_paused_and_ended() {
    var all = "/rest/v1/webhooks";
    var wrong =
        program.post(all, "{\"url\":\"http://10.0.0.1/\",\"events\":[\"x\"],\"secret\":\"known\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"#/url\"", "\"#/events\"", "\"#/secret\"");
    var made =
        program.post(all, "{\"url\":\"http://localhost:1/hook\",\"events\":[\"badge.issued\"]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.at("secret")).startsWith("whsec_");
    var at = all + "/" + made.at("id");
    assertThat(program.get(at).at("secret")).isEqualTo("null");
    assertThat(program.send("POST", at + "/pause", null).at("state")).isEqualTo("paused");
    assertThat(program.send("POST", at + "/test", null).status()).isEqualTo(409);
    assertThat(program.get(at + "/deliveries").at("items/0/id")).isEmpty();
    assertThat(program.get(at + "/deliveries?state=x").status()).isEqualTo(422);
    assertThat(program.send("POST", at + "/secret", null).at("secret"))
        .startsWith("whsec_")
        .isNotEqualTo(made.at("secret"));
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.get(at + "/deliveries").status()).isEqualTo(404);
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(all).at("items/0/id")).isEmpty();
  }
}
