package org.insignia.server.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ClientsApiModuleTest {
  private static final String ALL = "/rest/v1/clients";
  private static final String READER = "{\"name\":\"Reader\",\"scopes\":[\"badges:read\"]}";

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

  /** What the client gets for its secret; empty where it is refused. */
  private String access(String id, String secret) throws Exception {
    var form = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret;
    var request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/oauth/token"))
            .header(Networks.HEADER, Networks.fresh())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? ((JsonObject) Json.parse(answer.body())).string("access_token")
          : "";
    }
  }

  private int reads(String token) {
    return new Program(settings, token).get("/rest/v1/badges").status();
  }

  @Test
  void a_client_is_made_shown_once_given_another_secret_and_removed() throws Exception {
    var key = UUID.randomUUID().toString();
    var made = program.post(ALL, READER, "Idempotency-Key", key);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    assertThat(program.post(ALL, READER, "Idempotency-Key", key).body()).isEqualTo(made.body());
    var secret = made.at("secret");
    assertThat(secret).startsWith("insignia_cs_");
    assertThat(new WholeDatabase(db).tablesWith(secret.substring("insignia_cs_".length())))
        .isEmpty();
    var listed = program.get(ALL);
    assertThat(listed.at("items/0/name")).isEqualTo("Reader");
    assertThat(listed.at("items/0/works")).isEqualTo("true");
    assertThat(listed.body()).doesNotContain(secret);
    var first = access(made.at("id"), secret);
    assertThat(reads(first)).isEqualTo(200);

    var at = ALL + "/" + made.at("id");
    var renewed = program.send("POST", at + "/secret", null);
    assertThat(renewed.status()).as(renewed.body()).isEqualTo(200);
    assertThat(reads(first)).isEqualTo(401);
    assertThat(access(made.at("id"), secret)).isEmpty();
    var second = access(made.at("id"), renewed.at("secret"));
    assertThat(reads(second)).isEqualTo(200);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(reads(second)).isEqualTo(401);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(program.get("/rest/v1/audit?action=api.client").body())
        .contains("api.client-make", "api.client-renew", "api.client-remove");
  }

  @Test
  void none_opens_more_than_the_token_that_makes_it_and_strangers_find_none() throws Exception {
    var small =
        new Program(settings, tokens.of(academy, Set.of(Scope.TOKENS_WRITE, Scope.BADGES_READ)));
    var wide = "{\"name\":\"Wide\",\"scopes\":[\"badges:erase\",\"tokens:write\"]}";
    assertThat(small.post(ALL, wide).status()).isEqualTo(403);
    assertThat(small.post(ALL, READER).status()).isEqualTo(201);
    var large = program.post(ALL, wide);
    var at = ALL + "/" + large.at("id");
    assertThat(small.send("POST", at + "/secret", null).status()).isEqualTo(403);
    var without = new Program(settings, tokens.of(academy, Set.of(Scope.BADGES_READ)));
    assertThat(without.get(ALL).status()).isEqualTo(403);
    assertThat(without.post(ALL, READER).status()).isEqualTo(403);
    // a client makes none: behind it stands a secret that nobody proved to be theirs
    var client = new Program(settings, access(large.at("id"), large.at("secret")));
    assertThat(client.post(ALL, READER).status()).isEqualTo(403);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.send("POST", at + "/secret", null).status()).isEqualTo(404);
    assertThat(stranger.send("DELETE", at, null).status()).isEqualTo(404);
    assertThat(stranger.get(ALL).at("items/0/id")).isEmpty();
    var wrong = program.post(ALL, "{\"name\":\"\",\"scopes\":[\"all\"],\"secret\":\"known\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"#/name\"", "\"#/scopes\"", "\"#/secret\"");
  }

  @Test
  void a_domain_is_named_looked_for_and_given_up() {
    var at = "/rest/v1/organisation/domain";
    assertThat(program.get(at).status()).isEqualTo(404);
    assertThat(program.send("POST", at + "/check", null).status()).isEqualTo(404);
    for (var body : new String[] {"{}", "{\"domain\":\"no domain\"}", "{\"domain\":7}"}) {
      assertThat(program.send("PUT", at, body).at("errors/0/pointer"))
          .as(body)
          .isEqualTo("#/domain");
    }
    var named = program.send("PUT", at, "{\"domain\":\"https://Lyceum.Invalid/about\"}");
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    assertThat(named.at("record")).isEqualTo("_insignia.lyceum.invalid");
    assertThat(named.at("proven")).isEqualTo("false");
    assertThat(program.get(at).body()).isEqualTo(named.body());
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ORGANISATION_READ)));
    assertThat(reader.get(at).status()).isEqualTo(403);
    var stranger = new Program(settings, tokens.of(badges.academy()));
    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.get(at + "?organisation=" + academy.slug()).status()).isEqualTo(404);
    assertThat(program.send("DELETE", at, null).status()).isEqualTo(204);
    assertThat(program.get(at).status()).isEqualTo(404);
    assertThat(program.get("/rest/v1/audit?action=organisations.domain").body())
        .contains("organisations.domain-name", "organisations.domain-drop", "token:");
  }

  @Test
  void reminders_go_out_on_other_days_or_never() {
    var at = "/rest/v1/reminders";
    assertThat(program.get(at).at("days")).isEqualTo("[7,30]");
    assertThat(program.send("PUT", at, "{\"days\":[3,10,60]}").at("days")).isEqualTo("[3,10,60]");
    assertThat(program.send("PUT", at, "{\"days\":[]}").at("days")).isEqualTo("[]");
    for (var days : new String[] {"null", "7", "[7,3]", "[3,3]", "[1,2,3,4,5,6]"}) {
      var refused = program.send("PUT", at, "{\"days\":" + days + "}");
      assertThat(refused.at("errors/0/pointer")).as(days).isEqualTo("#/days");
    }
    assertThat(program.send("PUT", at, "{\"days\":[3,366,1.5]}").body())
        .contains("\"#/days/1\"", "\"#/days/2\"");
    assertThat(program.get(at).at("days")).isEqualTo("[]");
    var reader = new Program(settings, tokens.of(academy, Set.of(Scope.ORGANISATION_READ)));
    assertThat(reader.send("PUT", at, "{\"days\":[1]}").status()).isEqualTo(403);
    assertThat(reader.get(at).status()).isEqualTo(200);
  }
}
