package org.insignia.server.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line of the lists about requests; a kind that nobody knows here fails. */
@ServerTest
class HostileHttpTest {
  private static final Path LISTS =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile/lists");
  private static final Pattern LOCATION = Pattern.compile("(?im)^Location: *(\\S+)");

  /** So much a server may refuse in one header. */
  private static final int TOO_LONG = 8_000;

  /** Kinds whose lines another test runs, each of them. */
  private static final Map<String, String> ELSEWHERE =
      Map.of("host-header", "HostileMailboxesTest", "client-ip-spoof", "ProxiesTest");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Accounts accounts;
  @Autowired Organisations organisations;

  private Organisation academy;
  private String token;
  private Web person;

  @BeforeEach
  void somebody() {
    assumeTrue(Files.isDirectory(LISTS), "no hostile inputs at " + LISTS);
    academy = badges.academy();
    token = tokens.of(academy);
    var address = "h" + UUID.randomUUID() + "@example.org";
    accounts.createConfirmed("Ana", EmailAddress.of(address), "violet otter lantern", Language.EN);
    person = Web.signedIn(settings, address, "violet otter lantern");
  }

  private static List<JsonNode> rows(String list) throws IOException {
    var json = new JsonMapper();
    return Files.readAllLines(LISTS.resolve(list)).stream().map(json::readTree).toList();
  }

  @Test
  void every_line_about_http_holds() throws IOException {
    for (var row : rows("http.jsonl")) {
      var value = row.path("value").asString("");
      switch (row.path("kind").asString("")) {
        case "method-override" -> override(row);
        case "path" -> path(value);
        case "cache" -> cache(value);
        case "content-type" -> contentType(value);
        case "accept-language" -> language(value);
        case "pagination" -> pages(value);
        case String other -> assertThat(ELSEWHERE).as(row.toString()).containsKey(other);
      }
    }
  }

  /** The header says PUT or DELETE; what is done is what the first line says. */
  private void override(JsonNode row) throws IOException {
    var header =
        row.path("headers").properties().stream()
            .map(h -> h.getKey() + ": " + h.getValue().asString())
            .findFirst()
            .orElseThrow();
    var here = "/v1/organizations/" + academy.id().value();
    var body = "{\"bio\":\"overridden\",\"_method\":\"PUT\"}";
    var answer = send("POST " + here + "?_method=PUT", body, header, bearer(), json(body));
    assertThat(answer).as(row.toString()).startsWith("HTTP/1.1 405");
    send("GET " + here + "?_method=DELETE", "", header, bearer());
    assertThat(organisations.get(academy.id())).isEqualTo(academy);
  }

  private void path(String path) throws IOException {
    var answer = send("GET " + path, "", "Accept: text/html");
    var leads = LOCATION.matcher(answer);
    assertThat(answer).as(path).matches(Pattern.compile("HTTP/1.1 [34]\\d\\d.*", Pattern.DOTALL));
    if (answer.startsWith("HTTP/1.1 3")) {
      assertThat(leads.find() ? leads.group(1) : "").as(path).matches(".*/(sign-in|admin).*");
    }
    assertThat(answer).doesNotContain("spring.", "jdbc:", "Exception", "evil.example");
  }

  /** A private page with an ending that caches like; nothing that a cache would keep. */
  private void cache(String path) throws IOException {
    for (var asked : List.of(path.replace("wallet", "home"), path.replace("wallet", "account"))) {
      var answer = send("GET " + asked, "", "Cookie: " + person.cookies());
      boolean refused = answer.startsWith("HTTP/1.1 4");
      boolean kept = answer.matches("(?is).*\\ncache-control:[^\\n]*(public|max-age=[1-9]).*");
      assertThat(refused || answer.contains("no-store")).as(asked + "\n" + answer).isTrue();
      assertThat(kept).as(asked).isFalse();
    }
  }

  private void contentType(String type) throws IOException {
    var body = "{\"recipient\":1}";
    for (var path :
        List.of("/rest/v1/badges", "/v1/organizations/" + academy.id().value() + "/badges")) {
      var answer =
          send(
              "POST " + path,
              body,
              bearer(),
              type.isEmpty() ? "X-None: 1" : "Content-Type: " + type,
              length(body));
      assertThat(answer).as(type + " " + path).matches("(?s)HTTP/1.1 (400|415|422) .*");
    }
  }

  private void language(String value) throws IOException {
    var answer = send("GET /", "", "Accept: text/html", "Accept-Language: " + value);
    if (answer.startsWith("HTTP/1.1 200")) {
      assertThat(answer).as(value).contains("<html lang=\"en\"");
    } else {
      assertThat(value.length()).as(answer).isGreaterThan(TOO_LONG);
      assertThat(answer).startsWith("HTTP/1.1 4"); // refused before there is a page
    }
  }

  private void pages(String query) throws IOException {
    for (var list :
        List.of(
            "/rest/v1/badges",
            "/v1/organizations/" + academy.id().value() + "/badges",
            "/v1/organizations/" + academy.id().value() + "/high_volume_issued_badge_search",
            "/directory",
            "/org/" + academy.slug())) {
      var filtered =
          query.startsWith("q=") ? query + "&filter=query::" + query.substring(2) : query;
      var answer = send("GET " + list + "?" + filtered, "", bearer(), "Accept: */*");
      assertThat(answer).as(list + "?" + query).matches("(?s)HTTP/1.1 (200|400|414|422) .*");
    }
  }

  @Test
  @DisplayName("no address of ours leads where a parameter or a path says")
  void every_redirect_target_of_the_list_is_followed_only_where_it_is_ours() throws IOException {
    var names = List.of("next", "return_to", "returnTo", "redirect", "redirect_uri", "url", "to");
    for (var row : rows("redirect-targets.jsonl")) {
      var value = row.path("value").asString();
      var typed = URLEncoder.encode(value, StandardCharsets.UTF_8);
      var query = String.join("=" + typed + "&", names) + "=" + typed;
      stays(send("GET /sign-in?" + query, "", "Referer: " + header(value)), row);
      stays(send("GET /home?" + query, "", "X-Original-URL: " + header(value)), row);
      var form = "address=nobody%40example.org&password=x&" + query;
      stays(
          send(
              "POST /sign-in",
              form,
              "Content-Type: application/x-www-form-urlencoded",
              length(form)),
          row);
      if (value.startsWith("/") && value.chars().allMatch(c -> c > ' ' && c < 127)) {
        var path = value.replaceAll("#.*", "");
        stays(send("GET " + path + "/", "", "Accept: text/html"), row);
      }
    }
  }

  private static String header(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127) ? value : "x";
  }

  private void stays(String answer, JsonNode row) {
    assertThat(answer).as(row.toString()).matches("(?s)HTTP/1.1 [234]\\d\\d .*");
    var leads = LOCATION.matcher(answer);
    while (leads.find()) {
      assertThat(leads.group(1))
          .as(row.toString())
          .matches("(" + settings.baseUrl() + ")?/(?![/\\\\]).*");
    }
  }

  private String bearer() {
    return "Authorization: Bearer " + token;
  }

  private static String json(String body) {
    return "Content-Type: application/json\r\n" + length(body);
  }

  private static String length(String body) {
    return "Content-Length: " + body.length();
  }

  private String send(String line, String body, String... headers) throws IOException {
    try (var socket = new Socket("localhost", settings.baseUrl().getPort())) {
      socket.setSoTimeout(60_000);
      var head =
          line
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
