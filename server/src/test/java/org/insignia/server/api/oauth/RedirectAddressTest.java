package org.insignia.server.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("security-and-reliability C13")
class RedirectAddressTest {
  private static final Path LIST =
      Path.of(System.getProperty("insignia.shared", "../../shared"))
          .resolve("data/hostile/lists/oauth-redirect-uris.jsonl");

  @Test
  void every_address_of_the_list_is_judged_as_expected() throws IOException {
    assumeTrue(Files.exists(LIST), "needs " + LIST);
    var json = new JsonMapper();
    var lines = Files.readAllLines(LIST);
    assertThat(lines).hasSizeGreaterThan(10);
    for (var line : lines) {
      var item = json.readTree(line);
      var registered = item.path("registered").asString().replaceFirst(" .*", "");
      boolean native_ = registered.startsWith("http:");
      assertThat(RedirectAddress.objection(registered, native_)).isEmpty();
      assertThat(RedirectAddress.matches(registered, item.path("value").asString(), native_))
          .as(line)
          .isEqualTo(item.path("expect").asString().equals("accept"));
    }
  }

  @Test
  void only_a_program_on_the_device_may_choose_its_port_and_nothing_else() {
    var registered = "http://127.0.0.1/cb";
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1:5000/cb", true)).isTrue();
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1:5000/cb", false)).isFalse();
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1:5000/cb?x=1", true)).isFalse();
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1:5000/", true)).isFalse();
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1:5@evil.example/cb", true))
        .isFalse();
    assertThat(RedirectAddress.matches(registered, "http://127.0.0.1.evil.example/cb", true))
        .isFalse();
    assertThat(RedirectAddress.matches("https://a.example/cb", "https://a.example:444/cb", true))
        .isFalse();
  }

  @Test
  void what_cannot_be_compared_is_not_registered() {
    for (var wrong :
        new String[] {
          "",
          "http://client.example/cb",
          "https://client.example/cb#frag",
          "https://*.client.example/cb",
          "https://client.example./cb",
          "https://client.example/a/../b",
          "https://user@client.example/cb",
          "https://client.example\\@evil.example/cb",
          "https://client.example/cb x",
          "https://Client.example/cb",
          "https:///cb",
          "https://cl\u0456ent.example/cb",
          "javascript:alert(1)",
          "javascript://x.example/%0aalert(1)",
          "data:text/html,x",
          "myapp:/cb",
          "com.client.app://cb",
          "http://localhost.evil.example/cb",
          "http://localhost@evil.example/cb",
          "https://client.example/" + "x".repeat(500)
        }) {
      assertThat(RedirectAddress.objection(wrong, true)).as(wrong).isPresent();
    }
    assertThat(RedirectAddress.objection("com.client.app:/cb", true)).isEmpty();
    assertThat(RedirectAddress.objection("com.client.app:/cb", false)).isPresent();
    assertThat(RedirectAddress.objection("http://[::1]/cb", true)).isEmpty();
    assertThat(RedirectAddress.objection("http://localhost:3000/cb", false)).isEmpty();
    assertThat(RedirectAddress.objection("https://client.example:8443/cb?to=1", false)).isEmpty();
  }

  @Test
  void a_page_names_where_its_form_leads() {
    assertThat(RedirectAddress.source("https://client.example:8443/cb?x=1"))
        .isEqualTo("https://client.example:8443");
    assertThat(RedirectAddress.source("com.client.app:/cb")).isEqualTo("com.client.app:");
    assertThat(RedirectAddress.source("http://[::1]:5/cb")).isEqualTo("http:");
    assertThat(RedirectAddress.host("com.client.app:/cb")).isEqualTo("com.client.app");
    assertThat(RedirectAddress.host("https://client.example:8443/cb")).isEqualTo("client.example");
  }
}
