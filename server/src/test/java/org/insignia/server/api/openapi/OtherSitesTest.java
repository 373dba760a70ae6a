package org.insignia.server.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.server.api.testing.Program;
import org.insignia.server.api.tokens.TestTokens;
import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page of another site may read in the browser of somebody who is signed in here. */
@ServerTest
class OtherSitesTest {
  private static final String ORIGIN = "https://evil.example";

  @Autowired Settings settings;
  @Autowired TestBadges badges;
  @Autowired TestTokens tokens;

  @Test
  void public_documents_are_open_and_everything_else_is_not() {
    var academy = badges.academy();
    var stranger = new Program(settings, "");
    for (var open :
        List.of(
            "/openapi.json",
            "/.well-known/oauth-authorization-server",
            "/org/" + academy.slug() + "/did.json",
            "/org/" + academy.slug() + "/profile.json")) {
      var answer = stranger.send("GET", open, null, "Origin", ORIGIN);
      assertThat(answer.status()).as(open).isEqualTo(200);
      assertThat(answer.header("Access-Control-Allow-Origin")).as(open).isEqualTo("*");
      assertThat(answer.header("Access-Control-Allow-Credentials")).as(open).isEmpty();
    }
    var program = new Program(settings, tokens.of(academy));
    for (var closed :
        List.of("/rest/v1/badges", "/rest/v1/people", "/", "/sign-in", "/developers")) {
      var answer = program.send("GET", closed, null, "Origin", ORIGIN);
      assertThat(answer.status()).as(closed).isEqualTo(200);
      assertThat(answer.header("Access-Control-Allow-Origin")).as(closed).isEmpty();
      assertThat(answer.header("Access-Control-Allow-Credentials")).as(closed).isEmpty();
    }
    for (var closed : List.of("/rest/v1/badges", "/oauth/authorize", "/console", "/home")) {
      var asked = preflight(stranger, closed);
      assertThat(asked.header("Access-Control-Allow-Origin")).as(closed).isEmpty();
      assertThat(asked.header("Access-Control-Allow-Headers")).as(closed).isEmpty();
    }
  }

  private static Program.Answer preflight(Program program, String path) {
    return program.send(
        "OPTIONS",
        path,
        null,
        "Origin",
        ORIGIN,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "authorization,content-type,idempotency-key");
  }

  @Test
  void what_programs_of_people_call_is_open_to_web_pages_and_takes_no_cookies() {
    var stranger = new Program(settings, "");
    for (var path :
        List.of(
            "/oauth/token",
            "/oauth/revoke",
            "/oauth/register",
            "/.well-known/oauth-authorization-server",
            "/.well-known/openid-credential-issuer",
            "/.well-known/badgeconnect.json",
            "/openid4vci/nonce",
            "/openid4vci/credential",
            "/openid4vci/notification",
            "/ims/ob/v3p0/credentials",
            "/ims/ob/v3p0/profile",
            "/ims/ob/v2p1/assertions",
            "/ims/clr/v2p0/credentials",
            "/rest/v1/me/badges")) {
      var asked = preflight(stranger, path);
      assertThat(asked.status()).as(path).isEqualTo(204);
      assertThat(asked.header("Access-Control-Allow-Headers").toLowerCase(java.util.Locale.ROOT))
          .contains("authorization", "content-type", "idempotency-key");
      assertThat(asked.header("Access-Control-Allow-Methods")).contains("POST", "PUT");
      for (var answer :
          List.of(
              asked, stranger.send("GET", path, null, "Origin", ORIGIN, "Cookie", "insignia=x"))) {
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
            .as(path)
            .containsExactly("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).as(path).isEmpty();
        assertThat(answer.header("Set-Cookie")).as(path).isEmpty();
        assertThat(answer.header("Access-Control-Expose-Headers"))
            .contains("Link", "X-Total-Count", "RateLimit", "WWW-Authenticate", "Retry-After");
      }
    }
    var tooLarge = stranger.post("/oauth/register", "x".repeat(70_000), "Origin", ORIGIN);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }
}
