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
    var asked =
        stranger.send(
            "OPTIONS",
            "/rest/v1/badges",
            null,
            "Origin",
            ORIGIN,
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization");
    assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(asked.header("Access-Control-Allow-Headers")).isEmpty();
  }
}
