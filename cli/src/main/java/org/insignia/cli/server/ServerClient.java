package org.insignia.cli.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;

/** Speaks JSON with one server. */
final class ServerClient {
  private static final Duration RESTART = Duration.ofMinutes(3);
  private static final int PAUSE_MILLIS = 300;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI server;
  private final String token;

  ServerClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * A file as a body.
   *
   * @throws ServerTrouble if there is none, or it cannot be read
   */
  static BodyPublisher file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ServerTrouble("there is no file " + file);
    }
    try {
      return BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new ServerTrouble("cannot read " + file);
    }
  }

  /** Sends a body; the answer must be 2xx. */
  JsonObject post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body).build());
  }

  /** As {@link #post}; sent again with the same key it does nothing a second time. */
  JsonObject postOnce(String path, String contentType, BodyPublisher body, String key) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .header("Idempotency-Key", key)
            .POST(body)
            .build());
  }

  private JsonObject send(HttpRequest request) {
    try {
      return answer(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new ServerTrouble("the server at " + server + " does not answer: is it running?");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Asks, patiently: a server that restarts meanwhile is waited for, up to three minutes. */
  JsonObject get(String path) {
    var end = Instant.now().plus(RESTART);
    while (true) {
      try {
        var response =
            http.send(
                request(path).timeout(Duration.ofSeconds(30)).GET().build(),
                BodyHandlers.ofByteArray());
        if (response.statusCode() != 503 || Instant.now().isAfter(end)) {
          return answer(response);
        }
      } catch (IOException away) {
        if (Instant.now().isAfter(end)) {
          throw new ServerTrouble(
              "the server at "
                  + server
                  + " went away; what it took is kept, ask again when it runs");
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
      pause();
    }
  }

  void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static ServerTrouble interrupted() {
    Thread.currentThread().interrupt();
    return new ServerTrouble("interrupted");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private static JsonObject answer(HttpResponse<byte[]> response) {
    var body = object(response.body());
    if (response.statusCode() / 100 == 2) {
      return body;
    }
    var detail = body.string("detail");
    throw new ServerTrouble(
        "the server refused ("
            + response.statusCode()
            + ")"
            + (detail == null ? "" : ": " + detail));
  }

  private static JsonObject object(byte[] body) {
    try {
      return Json.parse(Bytes.wrap(body)) instanceof JsonObject object
          ? object
          : new JsonObject(new java.util.LinkedHashMap<>());
    } catch (MalformedCredential e) {
      return new JsonObject(new java.util.LinkedHashMap<>());
    }
  }
}
