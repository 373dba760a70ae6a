package org.insignia.server.api.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class TokensModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern SECRET = Pattern.compile("insignia_[A-Za-z0-9_-]{43}");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired ApiTokens tokens;
  @Autowired Callers callers;
  @Autowired ApiTokenStore store;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  private Organisation academy;
  private PersonId admin;
  private Web web;
  private String path;

  @BeforeEach
  void found() {
    academy = badges.academy();
    path = "/console/" + academy.slug() + "/tokens";
    var address = EmailAddress.of("t" + UUID.randomUUID() + "@example.org");
    admin = accounts.createConfirmed("Ada Admin", address, PASSWORD, Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    web = Web.signedIn(settings, address.value(), PASSWORD);
  }

  private String make(String... scopes) {
    var fields =
        new java.util.ArrayList<String>(java.util.List.of("name", "Results", "days", "30"));
    for (var scope : scopes) {
      fields.add("scope");
      fields.add(scope);
    }
    var answer = web.post(path, fields.toArray(String[]::new));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    return secret(answer.body());
  }

  private static String secret(String page) {
    var found = SECRET.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private int send(String token, String query) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                settings.url("/rest/v1/imports/results?provider=certiport&file=r.csv" + query))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString("nothing\n"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private UUID id() {
    return tokens.of(academy).getFirst().id();
  }

  @Test
  void a_token_opens_what_its_scopes_say_for_its_own_organisation() throws Exception {
    var token = make("results:write");
    assertThat(send(token, "")).isEqualTo(202);
    assertThat(send(token, "&organisation=" + academy.slug())).isEqualTo(202);
    assertThat(send(token, "&organisation=" + badges.academy().slug())).isEqualTo(404);
    assertThat(send(token, "&organisation=nobody")).isEqualTo(404);
    assertThat(
            db.sql("select received_by from intake where organisation_id = ?")
                .param(academy.id().value())
                .query(String.class)
                .list())
        .hasSize(2)
        .allMatch(("token:" + id())::equals);
    assertThat(web.get(path).body()).contains("last used").doesNotContain(token);

    assertThat(send(make("results:read"), "")).isEqualTo(403);
    assertThat(send("insignia_" + "A".repeat(43), "")).isEqualTo(401);
    assertThat(send(token.substring(0, 20), "")).isEqualTo(401);
  }

  @Test
  @DisplayName("T4: a token in the address is none, and no scope opens what is the server's")
  void a_token_is_read_from_its_header_alone_and_opens_nothing_of_the_server() throws Exception {
    var token = make("results:write", "results:read", "catalogue:write");
    assertThat(send("", "&access_token=" + token + "&token=" + token)).isEqualTo(401);
    try (var client = HttpClient.newHttpClient()) {
      for (var elsewhere : new String[] {"imports/postings?kind=jsonl&feed=x", "mail/bounces"}) {
        var request =
            HttpRequest.newBuilder(settings.url("/rest/v1/" + elsewhere))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
      }
    }
  }

  @Test
  @DisplayName("T4: revoked, it is refused from that moment on")
  void a_revoked_token_opens_nothing() throws Exception {
    var token = make("results:write");
    assertThat(send(token, "")).isEqualTo(202);
    assertThat(web.post(path + "/" + id() + "/revoke").statusCode()).isEqualTo(303);
    assertThat(send(token, "")).isEqualTo(401);
    assertThatThrownBy(() ->
            db.sql("update api_token set revoked_at = null where id = ?").param(id()).update())
        .hasMessageContaining("cannot become more than it was");
  }

  @Test
  @DisplayName("T4: what its maker may no longer do, it may not do either")
  void a_token_is_worth_as_much_as_its_maker() throws Exception {
    var token = make("results:write");
    members.grant("test", admin.value(), academy.id(), Role.VIEWER);
    assertThat(send(token, "")).isEqualTo(401);
    members.grant("test", admin.value(), academy.id(), Role.ISSUER);
    assertThat(send(token, "")).isEqualTo(202);
    db.sql("update api_token set made_by = null where id = ?").param(id()).update();
    assertThat(send(token, "")).isEqualTo(401);
  }

  @Test
  void a_renewed_token_works_on_for_a_while_and_is_not_renewed_twice() throws Exception {
    var old = make("results:write");
    var first = id();
    var answer = web.post(path + "/" + first + "/renew", "hours", "24");
    var fresh = secret(answer.body());
    assertThat(fresh).isNotEqualTo(old);
    assertThat(send(old, "")).isEqualTo(202);
    assertThat(send(fresh, "")).isEqualTo(202);
    var ends =
        tokens.of(academy).stream().filter(t -> t.id().equals(first)).findFirst().orElseThrow();
    assertThat(Duration.between(clock.instant(), ends.expiresAt()))
        .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(web.post(path + "/" + first + "/renew", "hours", "24").statusCode()).isEqualTo(409);

    assertThat(web.post(path + "/" + id() + "/renew", "hours", "0").statusCode()).isEqualTo(200);
    assertThat(send(fresh, "")).isEqualTo(401);
  }

  @Test
  void only_its_hash_is_kept_and_an_expired_one_opens_nothing() {
    var made = tokens.make(admin, academy, "Short", Set.of(Scope.RESULTS_READ), Duration.ZERO);
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(
            db.sql("select hash from api_token where id = ?")
                .param(made.token().id())
                .query(String.class)
                .single())
        .hasSize(64)
        .isNotEqualTo(made.secret());
    assertThatThrownBy(() -> callers.require("Bearer " + made.secret(), Scope.RESULTS_READ))
        .isInstanceOf(Problem.Unauthenticated.class);
  }

  @Test
  void nobody_gives_more_than_they_have_and_others_tokens_do_not_exist() {
    members.grant("test", admin.value(), academy.id(), Role.ISSUER);
    assertThat(web.get(path).statusCode()).isEqualTo(403);
    assertThatThrownBy(() ->
            tokens.make(admin, academy, "x", Set.of(Scope.CATALOGUE_WRITE), Duration.ofDays(1)))
        .isInstanceOf(Problem.Forbidden.class);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    make("results:read");
    var other = badges.academy();
    members.grant("test", admin.value(), other.id(), Role.ADMIN);
    assertThat(web.post("/console/" + other.slug() + "/tokens/" + id() + "/revoke").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_form_without_name_or_scope_comes_back_with_words() {
    var answer = web.post(path, "name", "", "days", "30");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("at least one").doesNotContain("insignia_");
    assertThat(web.post(path, "name", "x", "scope", "everything", "days", "30").statusCode())
        .isEqualTo(422);
    assertThat(web.post(path, "name", "x", "scope", "results:read", "days", "9999").statusCode())
        .isBetween(400, 422);
  }
}
