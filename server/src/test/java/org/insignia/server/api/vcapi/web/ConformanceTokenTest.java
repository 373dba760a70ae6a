package org.insignia.server.api.vcapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** With a token: whoever shows it, from wherever, and nobody else. */
@ServerTest
@TestPropertySource(
    properties = {
      "insignia.conformance.enabled=true",
      "insignia.conformance.token=" + ConformanceTokenTest.TOKEN
    })
@DirtiesContext
class ConformanceTokenTest {
  static final String TOKEN = "a-token-of-more-than-32-characters-7";
  @Autowired Settings settings;

  @Test
  void who_shows_the_token_is_let_in() {
    var caller = new Caller(settings.baseUrl());
    assertThat(caller.get("/vc-api", Map.of("Authorization", "Bearer " + TOKEN)).statusCode())
        .isEqualTo(200);
    var proxied = Map.of("Authorization", "Bearer " + TOKEN, "X-Forwarded-For", "203.0.113.7");
    assertThat(caller.get("/vc-api", proxied).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic " + TOKEN, TOKEN})
  void everybody_else_is_not(String shown) {
    var answer = new Caller(settings.baseUrl()).get("/vc-api", Map.of("Authorization", shown));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
    assertThat(answer.body()).doesNotContain(TOKEN, "eddsa");
  }

  @Test
  void the_status_list_is_for_everybody() {
    var caller = new Caller(settings.baseUrl());
    assertThat(caller.get("/vc-api/bitstring-status-list/status").statusCode()).isEqualTo(200);
    assertThat(caller.post("/vc-api/bitstring-status-list/status", Map.of()).statusCode())
        .isEqualTo(401);
  }
}
