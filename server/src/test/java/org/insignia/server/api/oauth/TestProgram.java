package org.insignia.server.api.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;
import org.insignia.server.platform.testing.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that registers itself, sends a browser for a yes and exchanges its code. */
public final class TestProgram {
  public static final String REDIRECT = "https://wallet.example/cb?of=tests";
  public static final String VERIFIER = "v".repeat(20) + "-_.~" + "7".repeat(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final Settings settings;
  private final String redirect;
  private final String id;
  private final String secret;

  private TestProgram(Settings settings, String redirect, String id, String secret) {
    this.settings = settings;
    this.redirect = redirect;
    this.id = id;
    this.secret = secret;
  }

  /** One with a secret. */
  public static TestProgram registered(Settings settings) {
    return of(
        settings,
        REDIRECT,
        """
        {"client_name": "Wallet", "redirect_uris": ["%s"], "policy_uri": "https://wallet.example/privacy"}
        """
            .formatted(REDIRECT));
  }

  /** One on a device, without a secret. */
  public static TestProgram onDevice(Settings settings) {
    return of(
        settings,
        "http://127.0.0.1:51234/cb",
        """
        {"client_name": "Pocket", "redirect_uris": ["http://127.0.0.1/cb"], "token_endpoint_auth_method": "none"}
        """);
  }

  /** One that was written to let people sign in with Credly. */
  public static TestProgram ofOldKind(Settings settings) {
    return of(
        settings,
        REDIRECT,
        """
        {"client_name": "Club", "redirect_uris": ["%s"], "scope": "users:self offline_access"}
        """
            .formatted(REDIRECT));
  }

  private static TestProgram of(Settings settings, String redirect, String registration) {
    var answer = register(settings, registration);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    var json = JSON.readTree(answer.body());
    return new TestProgram(
        settings,
        redirect,
        json.path("client_id").asString(),
        json.path("client_secret").asString(""));
  }

  public static HttpResponse<String> register(Settings settings, String json) {
    return send(
        HttpRequest.newBuilder(settings.url("/oauth/register"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public String id() {
    return id;
  }

  public String secret() {
    return secret;
  }

  /** What it asks for, with these instead or as well. */
  public Map<String, String> wish(String scope, String... more) {
    var wish = new HashMap<String, String>();
    wish.put("response_type", "code");
    wish.put("client_id", id);
    wish.put("redirect_uri", redirect);
    wish.put("scope", scope);
    wish.put("state", "st&te=1");
    wish.put("code_challenge", challenge());
    wish.put("code_challenge_method", "S256");
    for (int i = 0; i < more.length; i += 2) {
      wish.put(more[i], more[i + 1]);
    }
    return wish;
  }

  public static String page(Map<String, String> wish) {
    return "/oauth/authorize?" + form(wish);
  }

  /** The person says yes; where the browser goes then. */
  public static URI allowed(Web person, Map<String, String> wish, String decision) {
    var fields = new HashMap<>(wish);
    fields.put("decision", decision);
    var answer =
        person.post(
            "/oauth/authorize",
            fields.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new));
    if (answer.statusCode() != 303) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  public static Map<String, String> query(URI address) {
    var query = new HashMap<String, String>();
    for (var pair : address.getRawQuery().split("&")) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  /** What a program of old asks for: no scope, no PKCE. */
  public Map<String, String> oldWish() {
    var wish = wish("");
    wish.keySet().removeAll(java.util.Set.of("scope", "code_challenge", "code_challenge_method"));
    return wish;
  }

  /** The code of a yes. */
  public String code(Web person, String scope) {
    return query(allowed(person, wish(scope), "allow")).get("code");
  }

  /** Its access token for this, after a yes of this person. */
  public String access(Web person, String scope) {
    return json(exchange(code(person, scope))).path("access_token").asString();
  }

  public HttpResponse<String> exchange(String code, String... more) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("code_verifier", VERIFIER);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return post("/oauth/token", form);
  }

  public HttpResponse<String> refresh(String token, String... more) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", token);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return post("/oauth/token", form);
  }

  public HttpResponse<String> revoke(String token) {
    return post("/oauth/revoke", Map.of("token", token));
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    var all = new HashMap<>(form);
    var request = HttpRequest.newBuilder(settings.url(path));
    if (secret.isEmpty()) {
      all.put("client_id", id);
    } else {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(all))));
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(java.util.stream.Collectors.joining("&"));
  }

  private static String challenge() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          request.header(Networks.HEADER, Networks.fresh()).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
