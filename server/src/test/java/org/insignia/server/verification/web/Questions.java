package org.insignia.server.verification.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the two doors of verification over HTTP, as strangers do. */
final class Questions {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BOUNDARY = "----frontier";

  private final URI baseUrl;
  private final HttpClient client = HttpClient.newHttpClient();

  Questions(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  HttpResponse<String> rest(byte[] body, String type) {
    return send(
        HttpRequest.newBuilder(URI.create(baseUrl + "/rest/v1/verify"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> file(String name, byte[] content) {
    return form("file", "; filename=\"" + name + "\"", content);
  }

  HttpResponse<String> pasted(String text) {
    return form("badge", "", text.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Accept", "text/html"));
  }

  private HttpResponse<String> form(String field, String more, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + field
                + "\""
                + more
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(baseUrl + "/verify"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
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
