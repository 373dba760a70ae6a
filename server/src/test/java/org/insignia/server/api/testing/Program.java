package org.insignia.server.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.Networks;

/** A program with a token, or without one. */
public final class Program {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Every answer is held against what the server says of itself. */
  private static final Map<URI, Contract> CONTRACTS = new ConcurrentHashMap<>();

  private final URI base;
  private final String token;
  private final String network = Networks.fresh();

  public Program(Settings settings, String token) {
    this.base = settings.baseUrl();
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public JsonObject json() {
      return (JsonObject) Json.parse(body());
    }

    /** What stands at a path of names and numbers, as text; empty for what is not there. */
    public String at(String path) {
      JsonValue at = json();
      for (var step : path.split("/")) {
        at =
            switch (at) {
              case JsonObject o when o.get(step) != null -> o.get(step);
              case JsonArray(List<JsonValue> all)
                  when step.matches("[0-9]+") && Integer.parseInt(step) < all.size() ->
                  all.get(Integer.parseInt(step));
              case JsonValue other -> new JsonString("");
            };
      }
      return switch (at) {
        case JsonString(String text) -> text;
        case JsonNumber number -> number.literal();
        case JsonValue other -> Json.write(other);
      };
    }
  }

  private Contract contract() {
    return CONTRACTS.computeIfAbsent(
        base,
        here -> {
          try {
            var request = HttpRequest.newBuilder(URI.create(here + "/openapi.json")).build();
            return new Contract(CLIENT.send(request, BodyHandlers.ofString()).body());
          } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
          }
        });
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Sends JSON; further headers are names and values in turns. */
  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  public Answer send(String method, String path, String json, String... headers) {
    var request =
        request(path)
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return sent(method, path, request, headers);
  }

  /** Sends a file. */
  public Answer bring(String method, String path, String type, byte[] file, String... headers) {
    var request =
        request(path).method(method, BodyPublishers.ofByteArray(file)).header("Content-Type", type);
    return sent(method, path, request, headers);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            path.startsWith("http") ? URI.create(path) : URI.create(base + path))
        .header(Networks.HEADER, network);
  }

  private Answer sent(String method, String path, HttpRequest.Builder request, String... headers) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      var told = new Answer(answer.statusCode(), answer.headers(), answer.body());
      if (path.contains("/rest/v1/") && !method.equals("OPTIONS")) {
        assertThat(
                contract()
                    .faults(method, path, told.status(), told.header("Content-Type"), told.body()))
            .as("what is described and answered: " + told.body())
            .isEmpty();
      }
      return told;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer", e);
    }
  }
}
