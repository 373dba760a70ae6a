package org.insignia.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.organisations.Members;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What strangers type into the forms of an account. */
@ServerTest
class HostileFormsTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Path LISTS =
      Path.of(System.getProperty("insignia.shared", "../../shared")).resolve("data/hostile/lists");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  @Autowired Profiles profiles;
  @Autowired Members members;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address = "f" + UUID.randomUUID() + "@example.org";
  private PersonId ana;

  @BeforeEach
  void signed_in() throws Exception {
    ana = accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    post("/sign-in", "/sign-in", Map.of("address", address, "password", PASSWORD));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(settings.url(path)).header("Accept", "text/html").build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String form, String to, Map<String, String> fields)
      throws IOException, InterruptedException {
    var token = TOKEN.matcher(get(form).body());
    assertThat(token.find()).isTrue();
    var all = new HashMap<>(fields);
    all.put("_csrf", token.group(1));
    var body =
        all.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(settings.url(to))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, String> profile(String name) {
    return Map.of(
        "name", name, "vanity", accounts.person(ana).vanity(), "language", "en", "headline", name);
  }

  @Test
  void every_name_of_the_list_is_kept_exactly_or_refused_and_always_inert() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(LISTS), "hostile data is not here");
    var json = JsonMapper.builder().build();
    var wrong = new ArrayList<String>();
    for (var line : Files.readAllLines(LISTS.resolve("names.jsonl"))) {
      var row = json.readTree(line);
      var name = row.get("value").asString();
      var answer = post("/account", "/account/profile", profile(name));
      boolean kept = accounts.person(ana).name().equals(name.strip());
      boolean mustKeep = row.get("expect").asString().startsWith("keep-exactly");
      var page = answer.statusCode() == 303 ? get("/account").body() : answer.body();
      boolean said = answer.statusCode() == 303 || answer.statusCode() == 422;
      boolean active = name.contains("<") && page.contains("\"" + name + "\"");
      if (mustKeep && !kept || !said || active) {
        wrong.add(answer.statusCode() + " " + line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void fields_that_are_not_on_the_form_change_nothing() throws Exception {
    var fields = new HashMap<>(profile("Ana Silva"));
    fields.put("role", "ADMIN");
    fields.put("id", UUID.randomUUID().toString());
    fields.put("passwordHash", "x");
    fields.put("password", "another lantern, lit");
    fields.put("visibility", "private");
    fields.put("listed", "yes");
    fields.put("person.id", "1");
    fields.put("class.module.classLoader", "x");
    var before = profiles.of(ana);
    assertThat(post("/account", "/account/profile", fields).statusCode()).isEqualTo(303);
    var after = profiles.of(ana);
    assertThat(after.person().name()).isEqualTo("Ana Silva");
    assertThat(after.visibility())
        .isEqualTo(Profile.Visibility.PUBLIC)
        .isEqualTo(before.visibility());
    assertThat(after.listed()).isFalse();
    assertThat(after.id()).isEqualTo(ana);
    assertThat(members.worksSomewhere(ana.value())).isFalse();
    assertThat(get("/account/security").statusCode()).isEqualTo(200);
  }

  @Test
  void pages_of_an_account_are_kept_by_nobody_and_shown_in_no_frame() throws Exception {
    for (var path : new String[] {"/account", "/account/addresses", "/account/security"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("cache-control").orElseThrow()).contains("no-store");
      assertThat(headers.firstValue("content-security-policy").orElseThrow())
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
  }
}
