package org.insignia.server.api.vcapi.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** Calls the conformance instances over HTTP, as a test suite does. */
final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI baseUrl;
  private final HttpClient client = HttpClient.newHttpClient();

  Caller(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** What an instance is, by its name. */
  JsonObject instance(String name) {
    return json(get("/vc-api")).list("instances").stream()
        .map(JsonObject.class::cast)
        .filter(i -> name.equals(i.string("name")))
        .findFirst()
        .orElseThrow();
  }

  HttpResponse<String> issue(String instance, JsonObject credential, Object options) {
    return post(
        "/vc-api/" + instance + "/credentials/issue",
        Map.of("credential", credential, "options", options));
  }

  HttpResponse<String> verify(String instance, JsonValue credential, Object options) {
    return post(
        "/vc-api/" + instance + "/credentials/verify",
        Map.of("verifiableCredential", credential, "options", options));
  }

  HttpResponse<String> post(String path, Map<String, Object> body) {
    return post(
        path,
        Json.write(JsonValue.from(body)).getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", "application/json"));
  }

  HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  HttpResponse<String> get(String path) {
    return get(path, Map.of());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create(baseUrl + path));
    headers.forEach(request::header);
    return send(request);
  }

  HttpResponse<String> resolve(String did, String query) {
    return get(
        "/vc-api/eddsa-rdfc-2022/identifiers/"
            + URLEncoder.encode(did, StandardCharsets.UTF_8).replace("+", "%20")
            + query);
  }

  static JsonObject json(HttpResponse<String> answer) {
    return Json.parseObject(Bytes.utf8(answer.body()));
  }

  static JsonObject credential(HttpResponse<String> answer) {
    return Objects.requireNonNull(
        json(answer).object("verifiableCredential"), () -> "no credential: " + answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
