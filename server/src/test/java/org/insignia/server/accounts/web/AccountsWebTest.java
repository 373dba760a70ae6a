package org.insignia.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a browser does not show: cookies, statuses, and that answers do not tell who has an account.
 */
@ServerTest
class AccountsWebTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Settings settings;
  @Autowired Accounts accounts;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address = "w" + UUID.randomUUID() + "@example.org";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/sign-up",
        "/sign-out",
        "/reset",
        "/account/profile",
        "/account/addresses",
        "/account/addresses/remove",
        "/account/password",
        "/account/sign-out-everywhere",
        "/account/sessions/end",
        "/account/addresses/main",
        "/account/photo",
        "/account/photo/remove",
        "/account/privacy",
        "/account/passkeys",
        "/account/passkeys/options",
        "/account/passkeys/name",
        "/account/passkeys/remove",
        "/account/second-factor",
        "/account/second-factor/off",
        "/account/second-factor/recovery-codes",
        "/sign-in/code",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/prove",
        "/prove/passkey",
        "/account/merge",
        "/account/merge/password",
        "/account/merge/mail",
        "/account/merge/confirm/x",
        "/account/delete",
        "/account/providers/remove",
        "/sign-in/link",
        "/console/merged-accounts/00000000-0000-0000-0000-000000000000/undo",
        "/confirm/x",
        "/confirm-address/x",
        "/claim/x/accept",
        "/claim/x/reject",
        "/claim/x/take-back",
        "/claim/x/sign-out",
        "/home/badges/00000000-0000-0000-0000-000000000000/accept",
        "/home/badges/00000000-0000-0000-0000-000000000000/reject",
        "/home/badges/00000000-0000-0000-0000-000000000000/take-back",
        "/home/badges/00000000-0000-0000-0000-000000000000/visibility"
      })
  void nothing_changes_without_the_hidden_field(String path) throws Exception {
    assertThat(send(path, Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void the_session_gets_a_new_name_at_sign_in_and_its_cookie_is_for_our_pages_only()
      throws Exception {
    accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    var token = token(get("/sign-in"));
    var before = session();
    var answer = send("/sign-in", Map.of("_csrf", token, "address", address, "password", PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/home");
    assertThat(session()).isNotEqualTo(before);
    assertThat(answer.headers().allValues("set-cookie"))
        .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    assertThat(send("/sign-out", Map.of("_csrf", token)).statusCode())
        .as("the old hidden field")
        .isEqualTo(403);
  }

  @Test
  void signing_up_and_asking_for_a_password_answer_alike_for_known_and_unknown_addresses()
      throws Exception {
    accounts.createConfirmed("Ana", EmailAddress.of(address), PASSWORD, Language.EN);
    var unknown = "x" + address.substring(1);
    var signUp = Map.of("name", "Ana", "password", "a lantern for an otter");
    assertThat(answer("/sign-up", address, signUp)).isEqualTo(answer("/sign-up", unknown, signUp));
    assertThat(answer("/reset", address, Map.of())).isEqualTo(answer("/reset", unknown, Map.of()));
    var signIn = Map.of("password", "not the password at all");
    assertThat(answer("/sign-in", address, signIn)).isEqualTo(answer("/sign-in", unknown, signIn));
  }

  /**
   * Status, place and page of an answer in a fresh browser, with the address itself and the hidden
   * field left out.
   */
  private String answer(String path, String of, Map<String, String> fields) throws Exception {
    cookies.getCookieStore().removeAll();
    var all = new java.util.HashMap<>(fields);
    all.put("address", of);
    all.put("_csrf", token(get(path)));
    var answer = send(path, all);
    var next =
        answer.headers().firstValue("location").map(URI::create).map(URI::getPath).orElse("");
    var page = next.isEmpty() ? answer.body() : get(next);
    return answer.statusCode() + next + TOKEN.matcher(page.replace(of, "ADDRESS")).replaceAll("");
  }

  @Test
  void tries_are_slowed_down_with_a_time_to_wait() throws Exception {
    var token = token(get("/sign-in"));
    for (int i = 0; i < 5; i++) {
      assertThat(
              send("/sign-in", Map.of("_csrf", token, "address", address, "password", "wrong"))
                  .statusCode())
          .isEqualTo(422);
    }
    var slowed = send("/sign-in", Map.of("_csrf", token, "address", address, "password", "wrong"));
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("retry-after")).isPresent();
  }

  private String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(settings.url(path)).header("Accept", "text/html").build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> send(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(settings.url(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String token(String page) {
    var token = TOKEN.matcher(page);
    assertThat(token.find()).as(page).isTrue();
    return token.group(1);
  }

  private String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals("insignia"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
