package org.insignia.server.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TestProgram;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class HostModuleTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final String OB3 = "/ims/ob/v3p0";
  private static final String CREDENTIAL = "application/vc+ld+json";

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired TestBadges badges;
  @Autowired Claims claims;
  @Autowired Credentials credentials;
  @Autowired ForeignBadges foreign;
  @Autowired JsonMapper json;

  private final ElsewhereBadges elsewhere = new ElsewhereBadges();
  private EmailAddress address;
  private PersonId ana;
  private Web web;
  private TestProgram program;

  @BeforeEach
  void found() {
    address = EmailAddress.of("h" + UUID.randomUUID() + "@example.org");
    ana = accounts.createConfirmed("Ana Ruiz", address, PASSWORD, Language.EN);
    web = Web.signedIn(settings, address.value(), PASSWORD);
    program = TestProgram.registered(settings);
  }

  private String allowed(PersonScope... scopes) {
    var words = new StringBuilder();
    for (var scope : scopes) {
      words.append(scope.word()).append(' ');
    }
    return program.access(web, words.toString().strip());
  }

  private HttpResponse<String> ask(
      String method, String path, String token, String type, String body) {
    var request =
        HttpRequest.newBuilder(settings.url(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String path, String token) {
    return ask("GET", path, token, "", "");
  }

  private CredentialId badge(String uid, Visibility visibility) {
    var academy = badges.academy();
    var id = badges.issue(academy, uid, address, "Ana Ruiz", Language.EN);
    Until.holds(() -> claims.of(id).isPresent());
    claims.accept(ana, id, visibility);
    return id;
  }

  private JsonNode imsx(HttpResponse<String> answer, int status, String minor) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var tree = json.readTree(answer.body());
    assertThat(tree.path("imsx_codeMajor").asString()).isEqualTo("failure");
    assertThat(
            tree.path("imsx_codeMinor")
                .path("imsx_codeMinorField")
                .path(0)
                .path("imsx_codeMinorFieldValue")
                .asString())
        .isEqualTo(minor);
    return tree;
  }

  @Test
  @DisplayName("OB 3.0 getCredentials: what a person has, to the byte, part by part")
  void credentials_are_listed_as_they_were_signed() {
    var hidden = badge("exam.a", Visibility.PRIVATE);
    var jws = elsewhere.jwt(address.value());
    foreign.fromBytes(ana, Bytes.utf8(jws));
    var token = allowed(PersonScope.OB3_READ);
    var all = get(OB3 + "/credentials", token);
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(Web.header(all, "X-Total-Count")).isEqualTo("2");
    assertThat(Web.header(all, "Link")).isEmpty();
    assertThat(Web.header(all, "Cache-Control")).contains("no-store");
    var document =
        new String(
            credentials.document(hidden).orElseThrow().view(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(all.body()).startsWith("{\"credential\":[" + document + "]");
    assertThat(json.readTree(all.body()).path("compactJwsString").path(0).asString())
        .isEqualTo(jws);

    var first = get(OB3 + "/credentials?limit=1", token);
    assertThat(Web.header(first, "Link")).contains("rel=\"next\"", "rel=\"last\"", "rel=\"first\"");
    var since = get(OB3 + "/credentials?since=2026-01-01T00%3A00%3A00%2B00%3A00", token);
    assertThat(Web.header(since, "X-Total-Count")).isEqualTo("1");
    imsx(get(OB3 + "/credentials?limit=0", token), 400, "invalid_query_parameter");
    imsx(get(OB3 + "/credentials?since=yesterday", token), 400, "invalid_query_parameter");
  }

  @Test
  @DisplayName("OB 3.0: without a token 401, without the scope 403, elsewhere 404, otherwise 405")
  void refusals() {
    var token = allowed(PersonScope.OB3_READ);
    var stranger = get(OB3 + "/credentials", "");
    imsx(stranger, 401, "unauthorizedrequest");
    assertThat(Web.header(stranger, "WWW-Authenticate")).isEqualTo("Bearer");
    imsx(get(OB3 + "/credentials", "insignia_at_" + "A".repeat(43)), 401, "unauthorizedrequest");
    imsx(get(OB3 + "/profile", token), 403, "forbidden");
    imsx(ask("POST", OB3 + "/credentials", token, CREDENTIAL, "{}"), 403, "forbidden");
    imsx(get("/ims/clr/v2p0/credentials", token), 403, "forbidden");
    imsx(get(OB3 + "/nothing", token), 404, "not_found");
    imsx(ask("DELETE", OB3 + "/credentials", token, "", ""), 405, "not_allowed");
    assertThat(get("/rest/v1/imports/results/" + UUID.randomUUID(), token).statusCode())
        .isEqualTo(401);
  }

  @Test
  @DisplayName("OB 3.0 upsertCredential: 201, then 200, and the later edition stays")
  void a_credential_comes_back_as_it_was_sent() {
    var token = allowed(PersonScope.OB3_ADD, PersonScope.OB3_READ);
    var id = "urn:uuid:" + UUID.randomUUID();
    var sent = elsewhere.edition(address.value(), id, "2024-05-01T00:00:00Z") + "\n ";
    var created = ask("POST", OB3 + "/credentials", token, CREDENTIAL, sent);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.body()).isEqualTo(sent);
    assertThat(Web.header(created, "Content-Type")).startsWith(CREDENTIAL);
    assertThat(ask("POST", OB3 + "/credentials", token, "application/json", sent).statusCode())
        .isEqualTo(200);
    foreign.show(ana, foreign.of(ana).getFirst().id(), true);

    var later = elsewhere.edition(address.value(), id, "2025-05-01T00:00:00Z");
    var replaced = ask("POST", OB3 + "/credentials", token, CREDENTIAL, later);
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(replaced.body()).isEqualTo(later);
    assertThat(foreign.of(ana)).singleElement().matches(b -> b.isPublic());
    assertThat(ask("POST", OB3 + "/credentials", token, CREDENTIAL, sent).statusCode())
        .isEqualTo(304);
    assertThat(get(OB3 + "/credentials", token).body())
        .contains(later)
        .doesNotContain("2024-05-01T00:00:00Z\",\"name");

    var jws = elsewhere.jwt(address.value());
    var text = ask("POST", OB3 + "/credentials", token, "text/plain", jws);
    assertThat(text.statusCode()).as(text.body()).isEqualTo(201);
    assertThat(text.body()).isEqualTo(jws);
    assertThat(Web.header(text, "Content-Type")).startsWith("text/plain");
  }

  @Test
  void what_is_not_theirs_or_no_badge_is_not_taken() {
    var token = allowed(PersonScope.OB3_ADD);
    for (var wrong :
        new String[] {
          elsewhere.plain("bo@example.org"),
          elsewhere.plain(address.value()).replace("Lighthouse", "Rocket"),
          "{}",
          "{\"id\": 1",
          "{\"a\":\"" + "x".repeat(100_000) + "\"}"
        }) {
      imsx(ask("POST", OB3 + "/credentials", token, CREDENTIAL, wrong), 400, "invalid_data");
    }
    imsx(ask("POST", OB3 + "/credentials", token, "", ""), 400, "invalid_data");
    imsx(ask("POST", OB3 + "/credentials", token, "text/html", "<a>"), 400, "invalid_data");
    imsx(ask("POST", OB3 + "/credentials", token, "text/plain", "{}"), 400, "invalid_data");
    assertThat(foreign.of(ana)).isEmpty();

    var own = badge("exam.b", Visibility.PRIVATE);
    var document =
        new String(
            credentials.document(own).orElseThrow().view(),
            java.nio.charset.StandardCharsets.UTF_8);
    var back = ask("POST", OB3 + "/credentials", token, CREDENTIAL, document);
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).isEqualTo(document);
  }

  @Test
  @DisplayName("OB 3.0 getProfile, putProfile: name and headline, and nothing else")
  void profile() {
    var token = allowed(PersonScope.OB3_PROFILE_READ, PersonScope.OB3_PROFILE_WRITE);
    var read = json.readTree(get(OB3 + "/profile", token).body());
    assertThat(read.path("type").path(0).asString()).isEqualTo("Profile");
    assertThat(read.path("name").asString()).isEqualTo("Ana Ruiz");
    assertThat(read.path("email").asString()).isEqualTo(address.value());
    var written =
        ask(
            "PUT",
            OB3 + "/profile",
            token,
            "application/json",
            "{\"type\":[\"Profile\"],\"id\":\"x\",\"name\":\"Ana María Ruiz\",\"description\":\"Keeps networks up\",\"email\":\"evil@example.org\",\"official\":\"1\"}");
    assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    var tree = json.readTree(written.body());
    assertThat(tree.path("name").asString()).isEqualTo("Ana María Ruiz");
    assertThat(tree.path("description").asString()).isEqualTo("Keeps networks up");
    assertThat(tree.path("email").asString()).isEqualTo(address.value());
    assertThat(tree.path("id").asString()).isEqualTo(read.path("id").asString());
    for (var wrong :
        new String[] {
          "[]", "{", "{\"name\":\"\"}", "{\"description\":\"" + "x".repeat(161) + "\"}"
        }) {
      imsx(ask("PUT", OB3 + "/profile", token, "application/json", wrong), 400, "invalid_data");
    }
  }

  @Test
  @DisplayName(
      "OB 3.0 getServiceDescription and Badge Connect's manifest: public, all in one place")
  void discovery() {
    var described = get(OB3 + "/discovery", "");
    assertThat(described.statusCode()).isEqualTo(200);
    var tree = json.readTree(described.body());
    assertThat(tree.path("openapi").asString()).startsWith("3.0");
    assertThat(tree.path("info").has("termsOfService")).isTrue();
    assertThat(tree.path("info").has("x-imssf-privacyPolicyUrl")).isTrue();
    var scheme = tree.path("components").path("securitySchemes").path("OAuth2ACG");
    assertThat(scheme.path("x-imssf-registrationUrl").asString())
        .isEqualTo(settings.baseUrl() + "/oauth/register");
    assertThat(
            scheme
                .path("flows")
                .path("authorizationCode")
                .path("scopes")
                .has(PersonScope.OB3_ADD.word()))
        .isTrue();
    assertThat(get("/ims/clr/v2p0/discovery", "").body()).contains(PersonScope.CLR_READ.word());
    var manifest = json.readTree(get("/.well-known/badgeconnect.json", "").body());
    var api = manifest.path("badgeConnectAPI").path(0);
    for (var member :
        new String[] {
          "apiBase",
          "authorizationUrl",
          "name",
          "privacyPolicyUrl",
          "registrationUrl",
          "scopesOffered",
          "termsOfServiceUrl",
          "tokenUrl",
          "version"
        }) {
      assertThat(api.has(member)).as(member).isTrue();
    }
    // Moodle forgets to ask for the first, and has to be able to read and to add
    assertThat(api.path("scopesOffered").path(0).asString())
        .isEqualTo(PersonScope.BC_PROFILE_WRITE.word());
  }

  @Test
  @DisplayName("CLR 2.0: the transcript as each organisation signs it")
  void learner_records() {
    badge("exam.a", Visibility.PRIVATE);
    var token = allowed(PersonScope.CLR_READ);
    var answer = get("/ims/clr/v2p0/credentials", token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var record = json.readTree(answer.body()).path("credential").path(0);
    assertThat(record.path("type").toString()).contains("ClrCredential");
    assertThat(record.has("proof")).isTrue();
  }

  @Test
  @DisplayName("Badge Connect 2.1: assertions that everybody may see, and its own answers")
  void badge_connect() {
    var shown = badge("exam.a", Visibility.PUBLIC);
    badge("exam.b", Visibility.PRIVATE);
    var token =
        allowed(
            PersonScope.BC_READ,
            PersonScope.BC_ADD,
            PersonScope.BC_PROFILE_READ,
            PersonScope.BC_PROFILE_WRITE);
    var list = get("/ims/ob/v2p1/assertions", token);
    var tree = json.readTree(list.body());
    assertThat(tree.path("status").path("statusText").asString()).isEqualTo("OK");
    assertThat(tree.path("assertions").size()).isEqualTo(1);
    assertThat(tree.path("assertions").path(0).path("id").asString())
        .isEqualTo(settings.url("/badges/" + shown.value() + "/ob2.json").toString());
    assertThat(status(get("/ims/ob/v2p1/assertions?limit=x", token), 400))
        .isEqualTo("REQUEST_VALIDATION_ERROR");
    assertThat(status(get("/ims/ob/v2p1/assertions", ""), 401)).isEqualTo("UNAUTHENTICATED");
    assertThat(status(get("/ims/ob/v2p1/assertions", allowed(PersonScope.OB3_READ)), 403))
        .isEqualTo("PERMISSION_DENIED");
    var wrong = "{\"assertion\": {\"id\": \"urn:uuid:1\", \"type\": \"Assertion\"}}";
    assertThat(
            status(ask("POST", "/ims/ob/v2p1/assertions", token, "application/json", wrong), 400))
        .isEqualTo("INVALID_BADGE");
    assertThat(status(ask("POST", "/ims/ob/v2p1/assertions", token, "application/json", "{}"), 400))
        .isEqualTo("REQUEST_VALIDATION_ERROR");
    assertThat(status(get("/ims/ob/v2p1/nothing", token), 404)).isEqualTo("NOT_FOUND");
    var profile = json.readTree(get("/ims/ob/v2p1/profile", token).body()).path("profile");
    assertThat(profile.path("type").asString()).isEqualTo("Profile");
    var changed =
        ask(
            "POST",
            "/ims/ob/v2p1/profile",
            token,
            "application/json",
            "{\"profile\":{\"name\":\"Ana R\"}}");
    assertThat(json.readTree(changed.body()).path("profile").path("name").asString())
        .isEqualTo("Ana R");
  }

  @Test
  @DisplayName("Badge Connect 2.1: what is refused before it is read is told in the same form")
  void badge_connect_refusals() {
    var list = "/ims/ob/v2p1/assertions";
    var wrong = ask("DELETE", list, "", "", "");
    assertThat(status(wrong, 405)).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(Web.header(wrong, "Allow")).contains("GET", "POST");
    var large = "x".repeat(70_000);
    assertThat(status(ask("POST", list, "", "application/json", large), 401))
        .isEqualTo("UNAUTHENTICATED");
    assertThat(status(ask("POST", "/ims/ob/v2p1/profile", "", "application/json", large), 413))
        .isEqualTo("REQUEST_VALIDATION_ERROR");
    assertThat(status(ask("POST", list, "", "multipart/form-data", "x"), 400))
        .isEqualTo("BAD_REQUEST");
  }

  private String status(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var told = json.readTree(answer.body()).path("status");
    assertThat(told.path("statusCode").asInt()).isEqualTo(status);
    return told.path("statusText").asString();
  }

  @Test
  @DisplayName("OB 2.0: a badge taken back says why in words")
  void a_revoked_assertion_gives_its_reason_in_words() {
    var shown = badge("exam.a", Visibility.PUBLIC);
    credentials.revoke("test", shown, "RESULT_REVOKED");
    var answer = get("/badges/" + shown.value() + "/ob2.json", "");
    assertThat(answer.statusCode()).isEqualTo(410);
    var reason = json.readTree(answer.body()).path("revocationReason").asString();
    assertThat(reason).isNotEmpty().doesNotContain("RESULT_REVOKED").contains(" ");
    assertThat(Json.parseObject(Bytes.utf8(answer.body())).get("revoked")).isNotNull();
  }
}
