package org.insignia.server.authorisation;

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
import java.util.regex.Pattern;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.Networks;
import org.jspecify.annotations.Nullable;

/** One caller's browser: it keeps cookies, follows nothing, and knows the hidden field of forms. */
final class Browser implements AutoCloseable {
  static final String PASSWORD = "violet otter lantern";
  private static final Pattern FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String baseUrl;
  private final @Nullable EmailAddress account;
  private final String network = Networks.fresh();
  private HttpClient client;
  private String field = "";

  Browser(String baseUrl, @Nullable EmailAddress account) {
    this.baseUrl = baseUrl;
    this.account = account;
    this.client = fresh();
    begin();
  }

  private static HttpClient fresh() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** Signs in where this caller has an account, and learns the field. */
  private void begin() {
    client.close();
    client = fresh();
    field = field("/sign-in");
    if (account != null) {
      var form = "address=" + encoded(account.value()) + "&password=" + encoded(PASSWORD);
      if (send("POST", "/sign-in", form, true).statusCode() != 303) {
        throw new AssertionError("cannot sign in as " + account);
      }
      field = field("/account");
    }
  }

  private String field(String page) {
    var found = FIELD.matcher(send("GET", page, "", false).body());
    if (!found.find()) {
      throw new AssertionError("no hidden field on " + page);
    }
    return found.group(1);
  }

  /** The status of an answer; a session that it ended is begun anew. */
  int ask(String method, String path, String form, boolean withField) {
    if (withField && account == null) {
      field = field("/sign-in"); // a session of nobody may have ended with the last answer
    }
    int status = send(method, path, form, withField).statusCode();
    boolean safe = method.equals("GET") || method.equals("HEAD");
    boolean lives = !path.equals("/account/delete"); // the last thing that is asked of an account
    if (!safe && lives && account != null && send("GET", "/home", "", false).statusCode() != 200) {
      begin();
    }
    return status;
  }

  /** The whole answer to a GET. */
  HttpResponse<String> look(String path) {
    return send("GET", path, "", false);
  }

  private HttpResponse<String> send(String method, String path, String form, boolean withField) {
    boolean safe = method.equals("GET") || method.equals("HEAD");
    var sent = withField ? form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(field) : form;
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(Duration.ofSeconds(60))
            .header(Networks.HEADER, network)
            .header("Accept", "text/html, */*;q=0.5")
            .method(method, safe ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
    if (!safe) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
