package org.insignia.server.sharing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.insignia.server.platform.settings.Settings;

/** Somebody at the server's pages, without a screen: keeps cookies, follows nothing. */
public final class Browser {
  /** The name of a browser that people use. */
  public static final String PERSON =
      "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";

  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String home;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Browser(String home) {
    this.home = home;
  }

  public static Browser fresh(Settings settings) {
    return new Browser(settings.baseUrl().toString());
  }

  public static Browser signedIn(Settings settings, String address, String password) {
    var browser = fresh(settings);
    var answer =
        browser.post(
            "/sign-in",
            "/sign-in",
            "address=" + encoded(address) + "&password=" + encoded(password));
    if (answer.statusCode() / 100 != 3) {
      throw new AssertionError("not signed in: " + answer.statusCode());
    }
    return browser;
  }

  /**
   * @param headers name, value, name, value
   */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String path) {
    return send(request(path), BodyHandlers.ofByteArray());
  }

  /** Sends a form with the hidden field of that page. */
  public HttpResponse<String> post(String page, String path, String form) {
    var field = FIELD.matcher(get(page).body());
    if (!field.find()) {
      throw new AssertionError("no form on " + page);
    }
    return postWithoutField(path, "_csrf=" + encoded(field.group(1)) + "&" + form);
  }

  public HttpResponse<String> postWithoutField(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(home + path))
            .setHeader("Accept", "text/html")
            .timeout(Duration.ofSeconds(20));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
