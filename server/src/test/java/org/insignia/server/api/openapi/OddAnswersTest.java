package org.insignia.server.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no program means to send: each is answered in words, and never by 5xx. */
@ServerTest
class OddAnswersTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  private Program program;

  @BeforeEach
  void a_program() {
    program = new Program(settings, tokens.of(badges.academy()));
  }

  private static void told(Program.Answer answer, int status, String what) {
    assertThat(answer.status()).as(what + answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
    assertThat(answer.at("detail")).as(what).isNotBlank();
  }

  @Test
  void a_body_that_is_not_there_cannot_be_read() {
    var thing = UUID.randomUUID();
    for (var path :
        List.of(
            "/rest/v1/badges",
            "/rest/v1/badges/batch",
            "/rest/v1/badges/" + thing + "/revoke",
            "/rest/v1/achievements",
            "/rest/v1/results",
            "/rest/v1/merges",
            "/rest/v1/invitations",
            "/rest/v1/tokens",
            "/rest/v1/webhooks",
            "/rest/v1/requests/" + thing + "/answer",
            "/rest/v1/corrections/" + thing + "/decline")) {
      told(program.post(path, ""), 400, path);
    }
  }

  @Test
  void queries_that_are_no_text_or_no_day_are_told() {
    for (var query :
        List.of(
            "/rest/v1/audit?actor=%00",
            "/rest/v1/audit?action=a%00b",
            "/rest/v1/audit?subject=%00",
            "/rest/v1/badges?%00=1",
            "/rest/v1/badges?achievement=%ED%A0%80",
            "/rest/v1/badges?x=%FF")) {
      told(program.get(query), 400, query);
    }
    for (var day :
        List.of("-999999999-01-01", "%2B999999999-12-31", "0000-01-01", "2026-02-30", "%00")) {
      for (var query :
          List.of(
              "/rest/v1/badges?issuedFrom=",
              "/rest/v1/badges?issuedUntil=",
              "/rest/v1/audit?from=",
              "/rest/v1/audit?until=",
              "/rest/v1/analytics?until=")) {
        told(program.get(query + day), 422, query + day);
      }
    }
    assertThat(program.get("/rest/v1/badges?issuedFrom=1900-01-01").status()).isEqualTo(200);
    assertThat(program.get("/rest/v1/audit?until=9999-12-31").status()).isEqualTo(200);
  }

  @Test
  void programs_of_people_are_told_in_the_words_of_their_standards() {
    var form = "application/x-www-form-urlencoded";
    for (var path : List.of("/oauth/token", "/oauth/revoke")) {
      for (var body : List.of("grant_type=refresh_token&%00=1", "token=%zz", "token=%ED%A0%80")) {
        var answer = program.post(path, body, "Content-Type", form);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.at("error")).as(body).isEqualTo("invalid_request");
      }
    }
    for (var member : List.of("contacts\":[\"\\u0000\"]", "software_id\":\"a\\u0000\"")) {
      var answer =
          program.post(
              "/oauth/register", "{\"redirect_uris\":[\"https://x.example/cb\"],\"" + member + "}");
      assertThat(answer.status()).as(member).isEqualTo(400);
      assertThat(answer.at("error")).isEqualTo("invalid_client_metadata");
    }
    for (var path : List.of("/ims/ob/v3p0/credentials", "/ims/clr/v2p0/credentials")) {
      var answer = program.get(path + "?%00=1");
      assertThat(answer.status()).as(path).isIn(400, 401);
      assertThat(answer.at("imsx_codeMajor")).as(path).isEqualTo("failure");
    }
    var profile = "/ims/ob/v3p0/profile";
    for (var answer :
        List.of(
            program.send("PUT", profile, "{}", "Content-Type", "a/b/c"),
            program.send("PUT", profile, "{}", "Content-Type", "multipart/form-data"),
            program.send("PUT", profile, "[".repeat(70_000)))) {
      assertThat(answer.status()).isIn(400, 413);
      assertThat(answer.at("imsx_codeMajor")).as(answer.body()).isEqualTo("failure");
      assertThat(answer.at("imsx_codeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue"))
          .isEqualTo("invalid_data");
    }
  }

  @Test
  void what_is_no_id_is_told_with_its_name() {
    var answer = program.get("/rest/v1/badges/nothing");
    told(answer, 400, "no id");
    assertThat(answer.at("errors/0/parameter")).isEqualTo("id");
    told(program.send("DELETE", "/rest/v1/tokens/%F0%9F%98%80", null), 400, "no id");
    told(program.send("DELETE", "/rest/v1/badges", null), 405, "no method");
    told(program.get("/rest/v1/nothing"), 404, "no address");
    told(program.post("/rest/v1/badges", "{}", "Content-Type", "text/html"), 415, "no kind");
  }
}
