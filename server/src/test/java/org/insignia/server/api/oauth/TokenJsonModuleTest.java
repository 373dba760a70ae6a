package org.insignia.server.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs that send JSON to OAuth's endpoints, and those that read every answer as JSON. */
@ServerTest
class TokenJsonModuleTest {
  @Autowired Settings settings;

  private HttpResponse<String> post(String path, String json) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(settings.url(path))
              .header("Content-Type", "application/json; charset=utf-8")
              .header(Networks.HEADER, Networks.fresh())
              .POST(BodyPublishers.ofString(json))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static String error(HttpResponse<String> answer) {
    return TestProgram.json(answer).path("error").asString();
  }

  @Test
  void parameters_are_read_from_json_as_from_a_form() throws Exception {
    var program = TestProgram.registered(settings);
    var shown =
        "\"client_id\": \"%s\", \"client_secret\": \"%s\""
            .formatted(program.id(), program.secret());
    assertThat(
            error(post("/oauth/token", "{\"grant_type\": \"authorization_code\", " + shown + "}")))
        .isEqualTo("invalid_request"); // it is known, and the code is missing
    var unknown =
        post("/oauth/token", "{\"grant_type\": \"client_credentials\", \"client_id\": \"x\"}");
    assertThat(error(unknown)).isEqualTo("invalid_client");
    assertThat(unknown.statusCode()).isEqualTo(401);
    var gone =
        post(
            "/oauth/revoke",
            "{\"token\": \"nothing\", \"expires\": 7, \"hint\": null, " + shown + "}");
    assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
    assertThat(gone.body()).isEqualTo("{}");
    assertThat(Web.header(gone, "Content-Type")).startsWith("application/json");
  }

  @Test
  void what_is_no_object_of_texts_is_refused_in_oauths_words() throws Exception {
    for (var body :
        List.of(
            "",
            "[]",
            "{",
            "7",
            "{\"scope\": [\"a\"]}",
            "{\"a\": \"1\", \"a\": \"2\"}",
            "{\"a\": {\"b\": \"c\"}}")) {
      var answer = post("/oauth/token", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(error(answer)).isEqualTo("invalid_request");
    }
  }
}
