package org.insignia.server.platform.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.platform.settings.Settings;

/** A plain client of the running server: somebody with cookies of their own, or a stranger. */
public final class Web {
  private static final Pattern CSRF = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "----insignia-test";

  private final HttpClient client;
  private final URI base;
  private final String network = Networks.fresh();
  private String csrf = "";

  private Web(HttpClient client, URI base) {
    this.client = client;
    this.base = base;
  }

  /** Somebody who is not signed in and keeps no cookies. */
  public static Web stranger(Settings settings) {
    return new Web(HttpClient.newHttpClient(), settings.baseUrl());
  }

  /** Somebody who is not signed in, with a browser that keeps cookies and fills in forms. */
  public static Web visitor(Settings settings) {
    var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var web = new Web(client, settings.baseUrl());
    web.readToken("/sign-in");
    return web;
  }

  /** Somebody who has signed in. */
  public static Web signedIn(Settings settings, String address, String password) {
    return signedIn(settings.baseUrl(), address, password);
  }

  /** Somebody who has signed in at the server with this address. */
  public static Web signedIn(URI base, String address, String password) {
    var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var web = new Web(client, base);
    web.readToken("/sign-in");
    var answer = web.post("/sign-in", "address", address, "password", password);
    if (answer.statusCode() / 100 != 3) {
      throw new AssertionError("could not sign in: " + answer.statusCode());
    }
    web.readToken("/account");
    return web;
  }

  private void readToken(String page) {
    var found = CSRF.matcher(get(page).body());
    if (!found.find()) {
      throw new AssertionError("no form on " + page);
    }
    csrf = found.group(2);
  }

  /** What a browser that signed in sends along, as it stands in the header. */
  public String cookies() {
    return client
        .cookieHandler()
        .map(handler -> ((CookieManager) handler).getCookieStore().getCookies().stream())
        .orElseGet(Stream::empty)
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Asks for a page as a browser does. */
  public HttpResponse<String> get(String path, String... headers) {
    var request = request(path).header("Accept", "text/html");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, BodyHandlers.ofString());
  }

  /** Asks for bytes as a program does. */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    var request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  /** Sends a form with the hidden field; names and values take turns. */
  public HttpResponse<String> post(String path, String... fields) {
    return send(form(path, fields), BodyHandlers.ofString());
  }

  /** As {@link #post} where a file comes back. */
  public HttpResponse<byte[]> download(String path, String... fields) {
    return send(form(path, fields), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder form(String path, String... fields) {
    var body = new StringBuilder("_csrf=").append(encoded(csrf));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return request(path)
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  /** Sends a file by a form that has these other fields, too. */
  public HttpResponse<String> upload(
      String path, String field, String name, byte[] file, String... fields) {
    var head = new StringBuilder(part("_csrf", csrf));
    for (int i = 0; i < fields.length; i += 2) {
      head.append(part(fields[i], fields[i + 1]));
    }
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, field, name));
    var begin = head.toString().getBytes(StandardCharsets.UTF_8);
    var tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    var body = Arrays.copyOf(begin, begin.length + file.length + tail.length);
    System.arraycopy(file, 0, body, begin.length, file.length);
    System.arraycopy(tail, 0, body, begin.length + file.length, tail.length);
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body)),
        BodyHandlers.ofString());
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  /** Values of a header, joined as one. */
  public static String header(HttpResponse<?> answer, String name) {
    return answer.headers().allValues(name).stream().collect(Collectors.joining(", "));
  }

  /** As it stands in an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(60))
        .header(Networks.HEADER, network);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
