package org.insignia.server.accounts.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.totp.AuthenticatorApp;
import org.insignia.server.accounts.totp.SecondFactor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Against a real provider on this machine, as a browser does it, redirect by redirect. */
@ServerTest
class OidcWebTest {
  private static final String PASSWORD = "violet otter lantern";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired Settings settings;
  @Autowired OidcSettings oidc;
  @Autowired Accounts accounts;
  @Autowired ProviderLinks links;
  @Autowired SecondFactor secondFactor;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address = "o" + UUID.randomUUID() + "@example.org";
  private TestProvider provider;

  @BeforeEach
  void start() throws Exception {
    var known = oidc.providers().getFirst();
    provider = new TestProvider(known.issuer(), known.clientId(), known.clientSecret());
    provider.email = address;
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private PersonId person() {
    return accounts.createConfirmed("Ana Silva", EmailAddress.of(address), PASSWORD, Language.EN);
  }

  private String signInWithProvider() throws Exception {
    return follow("/sign-in/with/trusted");
  }

  /** Follows redirects, here and there, to the path of the page that is shown in the end. */
  private String follow(String path) throws Exception {
    var at = settings.url(path);
    for (int hop = 0; hop < 8; hop++) {
      var answer = get(at);
      var location = answer.headers().firstValue("location");
      if (location.isEmpty()) {
        return at.getPath() + (at.getQuery() == null ? "" : "?" + at.getQuery());
      }
      at = at.resolve(location.get());
    }
    throw new AssertionError("too many redirects");
  }

  private HttpResponse<String> get(URI at) throws Exception {
    var request = HttpRequest.newBuilder(at).header("Accept", "text/html").build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String post(String form, String to, Map<String, String> fields) throws Exception {
    var page = get(settings.url(form)).body();
    var token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    var all = new java.util.HashMap<>(fields);
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
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return answer
        .headers()
        .firstValue("location")
        .map(l -> URI.create(l).getPath())
        .orElse(Integer.toString(answer.statusCode()));
  }

  private void signInWithPassword() throws Exception {
    post("/sign-in", "/sign-in", Map.of("address", address, "password", PASSWORD));
  }

  @Test
  void the_sign_in_page_offers_what_is_configured_and_nothing_else() throws Exception {
    var page = get(settings.url("/sign-in")).body();
    assertThat(page).contains("Sign in with Trusted", "Sign in with Other");
    assertThat(get(settings.url("/sign-in/with/unknown")).statusCode()).isEqualTo(404);
    assertThat(new OidcSettings(null).providers()).isEmpty();
  }

  @Test
  void a_trusted_provider_opens_a_new_account_and_the_same_one_next_time() throws Exception {
    assertThat(signInWithProvider()).isEqualTo("/home");
    var ana = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
    assertThat(links.of(ana)).extracting(ProviderLinks.Link::provider).containsExactly("Trusted");
    cookies.getCookieStore().removeAll();
    provider.email = "changed-" + address;
    assertThat(signInWithProvider()).isEqualTo("/home");
    assertThat(accounts.ownerOf(EmailAddress.of(provider.email))).isEmpty();
    assertThat(links.of(ana)).hasSize(1);
  }

  @Test
  void the_same_address_from_a_provider_never_takes_over_an_account() throws Exception {
    var ana = person();
    assertThat(signInWithProvider()).isEqualTo("/sign-in/link");
    assertThat(get(settings.url("/home")).statusCode()).isEqualTo(303);
    assertThat(links.of(ana)).isEmpty();
  }

  @Test
  void signing_in_once_links_the_two_for_next_time() throws Exception {
    var ana = person();
    assertThat(signInWithProvider()).isEqualTo("/sign-in/link");
    signInWithPassword();
    assertThat(get(settings.url("/sign-in/link")).body()).contains(address);
    assertThat(post("/sign-in/link", "/sign-in/link", Map.of())).isEqualTo("/account/security");
    assertThat(links.of(ana)).hasSize(1);
    cookies.getCookieStore().removeAll();
    assertThat(signInWithProvider()).isEqualTo("/home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unverified", "untrusted provider"})
  void an_address_counts_only_if_the_provider_verified_it_and_the_operator_trusts_that(String why)
      throws Exception {
    provider.verified = !why.equals("unverified");
    if (why.equals("untrusted provider")) {
      provider.close();
      var other = oidc.providers().get(1);
      provider = new TestProvider(other.issuer(), other.clientId(), other.clientSecret());
      provider.email = address;
      assertThat(follow("/sign-in/with/other")).isEqualTo("/sign-in/link");
    } else {
      assertThat(signInWithProvider()).isEqualTo("/sign-in/link");
    }
    assertThat(accounts.ownerOf(EmailAddress.of(address))).isEmpty();
  }

  @Test
  void the_second_factor_is_asked_for_all_the_same() throws Exception {
    signInWithProvider();
    var ana = accounts.ownerOf(EmailAddress.of(address)).orElseThrow();
    var app = new AuthenticatorApp(secondFactor.begin(ana).secret());
    secondFactor.confirm(ana, app.code());
    cookies.getCookieStore().removeAll();
    assertThat(signInWithProvider()).isEqualTo("/sign-in/code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "stranger"})
  void a_token_that_the_provider_did_not_sign_is_nothing(String algorithm) throws Exception {
    provider.algorithm = algorithm;
    assertThat(signInWithProvider()).isEqualTo("/sign-in?problem=provider");
  }

  @Test
  void a_token_for_somebody_else_or_of_another_time_is_nothing() throws Exception {
    var past = Date.from(Instant.now().minusSeconds(3600));
    for (UnaryOperator<JWTClaimsSet.Builder> mistake :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            c -> c.issuer("https://elsewhere.example"),
            c -> c.audience("somebody-else"),
            c -> c.audience(List.of(oidc.providers().getFirst().clientId(), "somebody-else")),
            c -> c.claim("azp", "somebody-else"),
            c -> c.claim("nonce", "another"),
            c -> c.claim("nonce", null),
            c -> c.subject(null),
            c -> c.expirationTime(past),
            c -> c.issueTime(past))) {
      provider.mistake = mistake;
      assertThat(signInWithProvider()).isEqualTo("/sign-in?problem=provider");
    }
    provider.mistake = UnaryOperator.identity();
    assertThat(signInWithProvider()).isEqualTo("/home");
  }

  @Test
  void an_answer_fits_the_browser_that_asked_once_and_says_where_it_is_from() throws Exception {
    var asked = get(settings.url("/sign-in/with/trusted"));
    var there = URI.create(asked.headers().firstValue("location").orElseThrow());
    assertThat(there.getQuery())
        .contains("code_challenge_method=S256", "scope=openid+email+profile", "nonce=");
    var back = URI.create(get(there).headers().firstValue("location").orElseThrow());
    var forged = back.toString().replaceAll("state=[^&]+", "state=forged");
    assertThat(end(URI.create(forged))).isEqualTo("/sign-in?problem=provider");
    assertThat(end(back)).as("the question is spent").isEqualTo("/sign-in?problem=provider");

    var fresh = URI.create(get(toProvider()).headers().firstValue("location").orElseThrow());
    var mixed = fresh.toString().replaceAll("iss=.*", "iss=https://elsewhere.example");
    assertThat(end(URI.create(mixed))).isEqualTo("/sign-in?problem=provider");

    var unnamed = URI.create(get(toProvider()).headers().firstValue("location").orElseThrow());
    assertThat(end(URI.create(unnamed.toString().replaceAll("&iss=.*", ""))))
        .isEqualTo("/sign-in?problem=provider");

    var stolen = URI.create(get(toProvider()).headers().firstValue("location").orElseThrow());
    cookies.getCookieStore().removeAll();
    assertThat(end(stolen)).as("another browser").isEqualTo("/sign-in?problem=provider");
  }

  private URI toProvider() throws Exception {
    var asked = get(settings.url("/sign-in/with/trusted"));
    return URI.create(asked.headers().firstValue("location").orElseThrow());
  }

  private String end(URI at) throws Exception {
    var location = URI.create(get(at).headers().firstValue("location").orElseThrow());
    return location.getPath() + (location.getQuery() == null ? "" : "?" + location.getQuery());
  }

  @Test
  void a_provider_that_is_down_is_said_in_words() throws Exception {
    assertThat(follow("/sign-in/with/down")).isEqualTo("/sign-in?problem=provider");
    assertThat(get(settings.url("/sign-in?problem=provider")).body()).contains("did not answer");
  }

  @Test
  void an_account_elsewhere_opens_one_account_here_and_can_be_taken_away() throws Exception {
    var ana = person();
    signInWithPassword();
    assertThat(follow("/sign-in/with/trusted?for=link")).isEqualTo("/sign-in/link");
    assertThat(links.of(ana)).as("nothing without a press of the button").isEmpty();
    assertThat(post("/sign-in/link", "/sign-in/link", Map.of())).isEqualTo("/account/security");
    assertThat(links.of(ana)).hasSize(1);
    var eve =
        accounts.createConfirmed("Eve", EmailAddress.of("e" + address), PASSWORD, Language.EN);
    var identity =
        new ProviderSignIns.Identity(
            oidc.providers().getFirst().issuer().toString(),
            provider.subject,
            "trusted",
            "",
            "",
            null,
            false);
    assertThat(links.link(eve, identity)).isFalse();
    var id = links.of(ana).getFirst().id().toString();
    post("/account/security", "/account/providers/remove", Map.of("id", id));
    assertThat(links.of(ana)).isEmpty();
    cookies.getCookieStore().removeAll();
    assertThat(signInWithProvider()).isEqualTo("/sign-in/link");
  }
}
