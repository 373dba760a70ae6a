package org.insignia.server.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ClientCredentialsModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern SECRET = Pattern.compile("insignia_cs_[A-Za-z0-9_-]{43}");
  private static final String GRANT = "grant_type=client_credentials";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired Accounts accounts;
  @Autowired Members members;
  @Autowired OAuthClients clients;
  @Autowired AccessTokens accessTokens;
  @Autowired Callers callers;
  @Autowired JdbcClient db;
  @Autowired JsonMapper json;

  private Organisation academy;
  private PersonId admin;
  private EmailAddress address;

  @BeforeEach
  void found() {
    academy = badges.academy();
    address = EmailAddress.of("c" + UUID.randomUUID() + "@example.org");
    admin = accounts.createConfirmed("Ada Admin", address, PASSWORD, Language.EN);
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
  }

  private OAuthClients.Made made() {
    return clients.make(
        admin, academy, "Warehouse", Set.of(Scope.RESULTS_READ, Scope.RESULTS_WRITE));
  }

  private HttpResponse<String> ask(String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(settings.url("/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String basic(String id, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode token(OAuthClients.Made made, String more) throws Exception {
    var answer =
        ask(GRANT + more, "Authorization", basic(made.client().id().toString(), made.secret()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Web.header(answer, "Cache-Control")).contains("no-store");
    return json.readTree(answer.body());
  }

  private String error(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return json.readTree(answer.body()).path("error").asString();
  }

  @Test
  @DisplayName("RFC 6749 4.4: the secret by Basic or in the body gives a token for two hours")
  void a_client_gets_a_token_that_opens_its_scopes_for_its_organisation() throws Exception {
    var made = made();
    var whole = token(made, "");
    assertThat(whole.path("token_type").asString()).isEqualTo("Bearer");
    assertThat(whole.path("expires_in").asInt()).isEqualTo(7200);
    assertThat(whole.path("scope").asString()).isEqualTo("results:read results:write");
    var access = whole.path("access_token").asString();
    assertThat(access).matches("insignia_at_[A-Za-z0-9_-]{43}");

    var caller = callers.require("Bearer " + access, Scope.RESULTS_WRITE);
    assertThat(caller.actor()).isEqualTo("client:" + made.client().id());
    assertThat(caller.organisation()).contains(academy);
    assertThatThrownBy(() -> callers.require("Bearer " + access, Scope.ISSUE_WRITE))
        .isInstanceOf(Problem.Forbidden.class);

    var narrow = token(made, "&scope=results%3Aread").path("access_token").asString();
    assertThatThrownBy(() -> callers.require("Bearer " + narrow, Scope.RESULTS_WRITE))
        .isInstanceOf(Problem.Forbidden.class);

    var byBody =
        ask(GRANT + "&client_id=" + made.client().id() + "&client_secret=" + made.secret());
    assertThat(byBody.statusCode()).isEqualTo(200);
    assertThat(clients.of(academy.id()).getFirst().usedAt()).isNotNull();
  }

  @Test
  @DisplayName("RFC 6749 5.2: refusals name what is wrong, and the same for unknown and wrong")
  void refusals() throws Exception {
    var made = made();
    var id = made.client().id().toString();
    var other = clients.make(admin, academy, "Other", Set.of(Scope.RESULTS_READ));
    var unknown = ask(GRANT + "&client_id=" + UUID.randomUUID() + "&client_secret=x");
    assertThat(error(unknown, 401)).isEqualTo("invalid_client");
    for (var wrong : new String[] {"", "x", other.secret(), made.secret() + "x"}) {
      var answer = ask(GRANT + "&client_id=" + id + "&client_secret=" + wrong);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo(unknown.body());
    }
    var byHeader = ask(GRANT, "Authorization", basic(id, "x"));
    assertThat(error(byHeader, 401)).isEqualTo("invalid_client");
    assertThat(Web.header(byHeader, "WWW-Authenticate")).startsWith("Basic");
    assertThat(error(ask(GRANT, "Authorization", "Basic %%%"), 401)).isEqualTo("invalid_client");

    var right = basic(id, made.secret());
    assertThat(error(ask(GRANT + "&scope=issue%3Awrite", "Authorization", right), 400))
        .isEqualTo("invalid_scope");
    assertThat(error(ask("grant_type=password", "Authorization", right), 400))
        .isEqualTo("unsupported_grant_type");
    assertThat(error(ask("", "Authorization", right), 400)).isEqualTo("invalid_request");
    assertThat(error(ask(GRANT + "&" + GRANT, "Authorization", right), 400))
        .isEqualTo("invalid_request");
    assertThat(error(ask(GRANT + "&client_secret=" + made.secret(), "Authorization", right), 400))
        .isEqualTo("invalid_request");
    var request =
        HttpRequest.newBuilder(settings.url("/oauth/token?" + GRANT))
            .header("Authorization", right)
            .POST(BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(error(client.send(request, BodyHandlers.ofString()), 400))
          .isEqualTo("invalid_request");
    }
  }

  @Test
  void only_hashes_are_kept_and_an_access_token_ends_by_time() throws Exception {
    var made = made();
    var access = token(made, "").path("access_token").asString();
    var row =
        db.sql("select * from oauth_client where id = ?")
            .param(made.client().id())
            .query()
            .singleRow();
    assertThat(row.toString()).doesNotContain(made.secret().substring(12));
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(
            db.sql("select hash from oauth_access_token where client_id = ?")
                .param(made.client().id())
                .query(String.class)
                .single())
        .isNotEqualTo(access);
    assertThatThrownBy(() ->
            db.sql(
                    "update oauth_access_token set expires_at = expires_at + interval '1 hour' where client_id = ?")
                .param(made.client().id())
                .update())
        .hasMessageContaining("stays as it is");
    accessTokens.piece(Instant.now().plusSeconds(3 * 3600));
    assertThatThrownBy(() -> callers.require("Bearer " + access, Scope.RESULTS_READ))
        .isInstanceOf(Problem.Unauthenticated.class);
  }

  @Test
  @DisplayName("T4: removed, renewed or without its maker's role, it gets and opens nothing")
  void what_ends_a_client_ends_its_tokens() throws Exception {
    var made = made();
    var access = "Bearer " + token(made, "").path("access_token").asString();
    members.grant("test", admin.value(), academy.id(), Role.VIEWER);
    assertThatThrownBy(() -> callers.require(access, Scope.RESULTS_READ))
        .isInstanceOf(Problem.Unauthenticated.class);
    var refused = ask(GRANT, "Authorization", basic(made.client().id().toString(), made.secret()));
    assertThat(error(refused, 400)).isEqualTo("unauthorized_client");
    members.grant("test", admin.value(), academy.id(), Role.ADMIN);
    callers.require(access, Scope.RESULTS_READ);

    var renewed = clients.renewSecret(admin, academy, made.client().id());
    assertThatThrownBy(() -> callers.require(access, Scope.RESULTS_READ))
        .isInstanceOf(Problem.Unauthenticated.class);
    assertThat(
            error(
                ask(GRANT, "Authorization", basic(made.client().id().toString(), made.secret())),
                401))
        .isEqualTo("invalid_client");
    var second = "Bearer " + token(renewed, "").path("access_token").asString();
    clients.remove(admin, academy, made.client().id());
    assertThatThrownBy(() -> callers.require(second, Scope.RESULTS_READ))
        .isInstanceOf(Problem.Unauthenticated.class);
  }

  @Test
  void an_administrator_makes_one_in_the_console_and_sees_its_secret_once() throws Exception {
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var path = "/console/" + academy.slug() + "/clients";
    assertThat(web.post(path, "name", "", "scope", "everything").statusCode()).isEqualTo(422);
    var shown = web.post(path, "name", "Warehouse", "scope", "results:write");
    assertThat(shown.statusCode()).isEqualTo(200);
    var secret = SECRET.matcher(shown.body());
    assertThat(secret.find()).isTrue();
    var client = clients.of(academy.id()).getFirst();
    assertThat(shown.body()).contains(client.id().toString(), "/oauth/token");
    assertThat(web.get(path).body())
        .contains("Warehouse", "never used")
        .doesNotContain(secret.group());

    var again = web.post(path + "/" + client.id() + "/renew");
    assertThat(SECRET.matcher(again.body()).find()).isTrue();
    var other = badges.academy();
    members.grant("test", admin.value(), other.id(), Role.ADMIN);
    assertThat(
            web.post("/console/" + other.slug() + "/clients/" + client.id() + "/remove")
                .statusCode())
        .isEqualTo(404);
    assertThat(web.post(path + "/" + client.id() + "/remove").statusCode()).isEqualTo(303);
    assertThat(clients.of(academy.id())).isEmpty();
    assertThat(
            db.sql("select action from audit_line where subject = ? order by id")
                .param("client:" + client.id())
                .query(String.class)
                .list())
        .containsExactly("api.client-make", "api.client-renew", "api.client-remove");
  }

  @Test
  @DisplayName("RFC 8414: the metadata name the endpoints below the issuer")
  void metadata() throws Exception {
    var answer = Web.stranger(settings).get("/.well-known/oauth-authorization-server");
    var tree = json.readTree(answer.body());
    assertThat(tree.path("issuer").asString()).isEqualTo(settings.baseUrl().toString());
    assertThat(tree.path("token_endpoint").asString())
        .isEqualTo(settings.baseUrl() + "/oauth/token");
    assertThat(tree.path("grant_types_supported").toString()).contains("client_credentials");
    assertThat(Web.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
  }
}
