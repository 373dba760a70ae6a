package org.insignia.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.insignia.server.issuing.TestBadges;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SlashesTest {
  @Autowired Settings settings;
  @Autowired TestBadges badges;

  @Test
  void an_address_with_a_slash_at_its_end_leads_to_the_page_with_all_that_was_asked() {
    var page = "/org/" + badges.academy().slug();
    var answer = Web.stranger(settings).get(page + "/?kind=EXAM&q=a%26b");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(Web.header(answer, "Location")).endsWith(page + "?kind=EXAM&q=a%26b");
    assertThat(Web.stranger(settings).get("/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/%2fevil.example/",
        "/%5cevil.example/",
        "/.//evil.example/",
        "/;//evil.example/",
        "/org/..//evil.example/"
      })
  void nobody_is_led_to_another_host(String path) {
    var answer = Web.stranger(settings).get(path);
    assertThat(answer.statusCode()).isBetween(300, 499);
    assertThat(answer.headers().firstValue("Location").orElse("/"))
        .matches("(" + settings.baseUrl() + ")?/(?!/).*|/");
  }
}
