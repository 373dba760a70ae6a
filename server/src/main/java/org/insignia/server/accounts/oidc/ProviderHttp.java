package org.insignia.server.accounts.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks sign-in providers. The operator named them, so they may stand in a private network; still
 * nothing is redirected, and answers are small and in time.
 */
@Component
final class ProviderHttp {
  private static final int MOST_BYTES = 512 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** The JSON object at this address. */
  Map<String, Object> get(URI url) throws ProviderTrouble {
    return send(HttpRequest.newBuilder(url).GET());
  }

  /** The JSON object that answers a form, sent as this client. */
  Map<String, Object> post(URI url, Map<String, String> form, OidcSettings.Provider as)
      throws ProviderTrouble {
    var body =
        form.entrySet().stream()
            .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
            .collect(Collectors.joining("&"));
    var client = encoded(as.clientId()) + ":" + encoded(as.clientSecret());
    var basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Basic " + basic)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Map<String, Object> send(HttpRequest.Builder request) throws ProviderTrouble {
    var asked = request.timeout(PATIENCE).header("Accept", "application/json").build();
    if (!OidcSettings.Provider.isSafe(asked.uri())) {
      throw new ProviderTrouble("not a safe address: " + asked.uri().getHost());
    }
    try {
      var answer = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
      try (var in = answer.body()) {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (answer.statusCode() != 200 || bytes.length > MOST_BYTES) {
          throw new ProviderTrouble("answered " + answer.statusCode());
        }
        return JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8), MOST_BYTES);
      }
    } catch (IOException | ParseException e) {
      throw new ProviderTrouble("no usable answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderTrouble("interrupted", e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
