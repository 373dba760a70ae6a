package org.insignia.server.api.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * What a program sent to an endpoint where it has to show itself.
 *
 * @param parameters each once; empty ones are left out
 * @param authorization value of the Authorization header
 */
public record TokenRequest(Map<String, String> parameters, @Nullable String authorization) {
  private static final String BASIC = "basic ";
  private static final int LONGEST = 4000;

  public TokenRequest {
    parameters = Map.copyOf(parameters);
  }

  /**
   * What a request brings in its body: a form, or the same as JSON, as some programs send it.
   *
   * @throws OAuthRefusal where the body cannot be read, or a parameter stands twice or is too long
   */
  public static TokenRequest of(HttpServletRequest request) {
    try {
      if (TokenJson.isSentBy(request)) {
        return of(TokenJson.form(request), request.getHeader(HttpHeaders.AUTHORIZATION));
      }
      return of(request.getParameterMap(), request.getHeader(HttpHeaders.AUTHORIZATION));
    } catch (InvalidParameterException | RequestRejectedException e) {
      throw new OAuthRefusal("invalid_request", "the body cannot be read as a form in UTF-8");
    }
  }

  /**
   * @throws OAuthRefusal where one stands twice or is too long
   */
  public static TokenRequest of(Map<String, String[]> form, @Nullable String authorization) {
    var parameters = new HashMap<String, String>();
    form.forEach((name, values) -> {
      if (values.length > 1) {
        throw new OAuthRefusal("invalid_request", "a parameter stands twice; send each once");
      }
      if (values[0].length() > LONGEST) {
        throw new OAuthRefusal("invalid_request", "a parameter is longer than " + LONGEST);
      }
      if (!values[0].isEmpty()) {
        parameters.put(name, values[0]);
      }
    });
    return new TokenRequest(parameters, authorization);
  }

  /** The parameter, or empty text. */
  public String optional(String name) {
    return parameters.getOrDefault(name, "");
  }

  /**
   * @throws OAuthRefusal {@code invalid_request} without it
   */
  public String required(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new OAuthRefusal(
          "invalid_request",
          name + " is missing; parameters belong in a body of application/x-www-form-urlencoded");
    }
    return value;
  }

  /** The words of {@code scope}, in their order; empty where none were sent. */
  public Set<String> scopes() {
    var scopes = new LinkedHashSet<>(Arrays.asList(optional("scope").split(" ")));
    scopes.remove("");
    return scopes;
  }

  /** What it said to be; both texts are empty where it said nothing. */
  Credentials credentials() {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return new Credentials(optional("client_id"), optional("client_secret"), false);
    }
    if (parameters.containsKey("client_secret")) {
      throw new OAuthRefusal(
          "invalid_request", "the client's secret came twice; send it by Basic or in the body");
    }
    var pair = decoded(authorization.substring(BASIC.length()).strip());
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw OAuthRefusal.client(true);
    }
    var id = unescaped(pair.substring(0, colon));
    if (parameters.containsKey("client_id") && !optional("client_id").equals(id)) {
      throw new OAuthRefusal("invalid_request", "the header and the body name different clients");
    }
    return new Credentials(id, unescaped(pair.substring(colon + 1)), true);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthRefusal.client(true);
    }
  }

  /** RFC 6749 #section-2.3.1: both parts are escaped as in a form. */
  private static String unescaped(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthRefusal.client(true);
    }
  }

  /**
   * Who a program says to be.
   *
   * @param byHeader whether it said so in the Authorization header
   */
  record Credentials(String clientId, String secret, boolean byHeader) {
    @Override
    public String toString() {
      return "Credentials(" + clientId + ", …)";
    }
  }

  /** Never what it holds: secrets must not reach a log by accident. */
  @Override
  public String toString() {
    return "TokenRequest(" + parameters.keySet() + ")";
  }
}
