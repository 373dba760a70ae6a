package org.insignia.server.api.credly.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.api.credly.testing.CredlyClient;
import org.insignia.server.api.credly.testing.CredlyClient.Answer;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever goes wrong on the addresses of this tree, wherever it is noticed, is told in its words.
 */
@ServerTest
class EnvelopesModuleTest {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;
  @Autowired Achievements achievements;

  private Organisation academy;
  private CredlyClient client;
  private CredlyClient anybody;
  private String root;

  @BeforeEach
  void found() {
    academy = badges.academy();
    client = new CredlyClient(settings, academy, CredlyClient.basic(tokens.of(academy)));
    anybody = client.with("");
    root = "/v1/organizations/" + academy.id().value();
  }

  private static void isEnveloped(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("data.message")).as(answer.body()).isNotBlank().isNotEqualTo("null");
    assertThat(answer.at("metadata")).isEqualTo(Map.of());
    assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("application/json");
  }

  @Test
  void unknown_addresses_and_methods_are_refused_in_the_envelope() {
    for (var path :
        List.of("/v1", "/v1/", "/v1/nothing", "/api/v1/nothing/here.json", root + "/nothing")) {
      isEnveloped(client.send("GET", path, "", ""), 404);
      isEnveloped(anybody.send("POST", path, "application/json", "{}"), 404);
    }
    var wrong = client.send("DELETE", root + "/badges", "", "");
    isEnveloped(wrong, 405);
    assertThat(wrong.whole().headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    isEnveloped(anybody.send("POST", "/api/v1/public_badges/" + UUID.randomUUID(), "", ""), 405);
    for (var path :
        List.of(
            "/users/nobody-" + UUID.randomUUID() + "/badges.json",
            "/users/nobody-" + UUID.randomUUID() + ".json",
            "/api/v1/users/nobody/external_badges/open_badges/public",
            "/api/v1/public_badges/" + UUID.randomUUID(),
            "/oauth/v1/nothing",
            "/organizations/nobody-at-all/collections/x/badge_templates.json")) {
      isEnveloped(anybody.send("GET", path, "", ""), 404);
    }
  }

  @Test
  void whatever_form_of_answer_is_asked_for_it_is_json() throws Exception {
    for (var accept : List.of("text/html", "application/xml", "image/png", "", "nonsense")) {
      for (var path : List.of(root, root + "/badges/x", "/v1/nothing")) {
        var answer = raw("GET " + path, "Accept: " + accept + "\r\n", "");
        assertThat(answer).as(accept + path).contains("Content-Type: application/json", "\"data\"");
      }
    }
  }

  @Test
  void a_base_address_with_a_slash_at_its_end_does_no_harm() {
    for (var path :
        List.of("/v1//organizations", "//api/v1/organizations//", "/api//v1/organizations")) {
      var answer = client.send("GET", path, "", "");
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.text("data.0.type")).isEqualTo("Organization");
    }
    assertThat(client.send("GET", "/v1//nothing", "", "").status()).isEqualTo(404);
    assertThat(client.send("GET", "//sign-in", "", "").status()).isEqualTo(400);
  }

  @Test
  void what_filters_and_the_container_refuse_is_enveloped_too() throws Exception {
    var large = "Content-Length: 20000000\r\n";
    for (var refused :
        List.of(
            raw("PUT " + root, large, ""),
            raw("POST " + root + "/badges", large, ""),
            raw("POST /api" + root + "/badge_templates/", large, ""),
            raw("POST /v1/nothing", large, ""))) {
      assertThat(refused).startsWith("HTTP/1.1 413").contains("{\"data\":{\"message\":\"");
    }
    var stranger = raw("POST " + root + "x/badges", large + "Authorization: Basic eDo=\r\n", "");
    assertThat(stranger).startsWith("HTTP/1.1 401").contains("\"metadata\":{}");
    var endless = raw("PUT " + root, "Transfer-Encoding: chunked\r\n", "0\r\n\r\n");
    assertThat(endless).startsWith("HTTP/1.1 411").contains("\"metadata\":{}");
    for (var query : List.of("?a=%", "?a=%zz", "?page=%E0%A4%A")) {
      var broken = raw("GET " + root + "/badges" + query, "", "");
      assertThat(broken).startsWith("HTTP/1.1 4").doesNotContain("<html", "Exception");
    }
    for (var type : List.of("text/plain", "text/xml", "application/vnd.api+json", "x")) {
      isEnveloped(client.send("POST", root + "/badges", type, "<a/>"), 422);
    }
    isEnveloped(client.send("POST", root + "/badges", "application/json", "{\"a\":"), 400);
    isEnveloped(client.send("POST", root + "/badges", "multipart/form-data", "x"), 400);
  }

  private String raw(String line, String headers, String body) throws Exception {
    try (var socket = new Socket(settings.baseUrl().getHost(), settings.baseUrl().getPort())) {
      var request =
          line
              + " HTTP/1.1\r\nHost: "
              + settings.baseUrl().getAuthority()
              + "\r\n"
              + (headers.contains("Authorization")
                  ? ""
                  : "Authorization: " + client.authorization() + "\r\n")
              + headers
              + "Connection: close\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return answer(socket);
    }
  }

  /** One answer: its sender waits for the rest of a body that never comes, and so would we. */
  private static String answer(Socket socket) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var text = "";
    int next;
    while (!isWhole(text) && (next = socket.getInputStream().read()) >= 0) {
      bytes.write(next);
      text = next == '}' || next == '\n' ? bytes.toString(StandardCharsets.UTF_8) : text;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String text) {
    int body = text.indexOf("\r\n\r\n");
    var length = LENGTH.matcher(text);
    return body > 0
        && length.find()
        && text.length() - body - 4 >= Integer.parseInt(length.group(1));
  }

  @Test
  void a_key_makes_a_request_safe_to_repeat_in_this_tree_too() {
    var wish =
        Map.of(
            "recipient_email", "k" + UUID.randomUUID() + "@example.org",
            "badge_template_id",
                achievements.of(academy.id(), "exam.a").orElseThrow().id().value().toString(),
            "issued_at", "2024-01-01",
            "issued_to_first_name", "Ada",
            "issued_to_last_name", "Byron");
    var key = UUID.randomUUID().toString();
    var first = client.keyed("POST", "/badges", wish, key);
    var again = client.keyed("POST", "/badges", wish, key);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.whole().headers().firstValue("Idempotent-Replayed")).contains("true");
    isEnveloped(client.keyed("POST", "/badges", Map.of("x", "y"), key), 422);
    isEnveloped(client.keyed("POST", "/badges", wish, "k".repeat(300)), 400);
    isEnveloped(client.json("POST", "/badges", wish), 422); // without the key they have it already
    assertThat(client.get("/badges").at("metadata.total_count")).isEqualTo(1);
  }
}
