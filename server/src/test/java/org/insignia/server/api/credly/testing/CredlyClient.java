package org.insignia.server.api.credly.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/** A program of one organisation, spelled as its tests wish. */
public record CredlyClient(Settings settings, Organisation organisation, String authorization) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer: its status, what stands in its envelope, and its text. */
  public record Answer(int status, String body, HttpResponse<String> whole) {
    /** The value at a path like {@code data.badge_template.id} or {@code data.0.id}. */
    public Object at(String path) {
      Object here = body.isEmpty() ? null : JSON.readValue(body, Object.class);
      for (var step : path.split("\\.")) {
        here =
            switch (here) {
              case Map<?, ?> map -> map.get(step);
              case List<?> list -> list.get(Integer.parseInt(step));
              case null, default -> null;
            };
      }
      return here;
    }

    public String text(String path) {
      return String.valueOf(at(path));
    }
  }

  public static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
  }

  /** Under the organisation. */
  public Answer get(String path) {
    return send("GET", "/v1/organizations/" + organisation.id().value() + path, "", "");
  }

  public Answer json(String method, String path, Object body) {
    return send(
        method,
        "/v1/organizations/" + organisation.id().value() + path,
        "application/json",
        JSON.writeValueAsString(body));
  }

  /** As {@link #json}, with a key for doing it once. */
  public Answer keyed(String method, String path, Object body, String key) {
    return send(
        method,
        "/v1/organizations/" + organisation.id().value() + path,
        "application/json",
        JSON.writeValueAsString(body),
        "Idempotency-Key",
        key);
  }

  /** Anywhere. */
  public Answer send(String method, String path, String type, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body(), answer);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same program with another header. */
  public CredlyClient with(String otherAuthorization) {
    return new CredlyClient(settings, organisation, otherAuthorization);
  }
}
