package org.insignia.server.api.oauth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a program gets at the token endpoint.
 *
 * @param scope the words that the token opens, with spaces between them
 * @param more further members, for example {@code refresh_token}
 */
public record TokenAnswer(
    String accessToken, Duration life, String scope, Map<String, Object> more) {
  public TokenAnswer {
    more = Map.copyOf(more);
  }

  /** As it is sent (RFC 6749 #section-5.1). */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("access_token", accessToken);
    json.put("token_type", "Bearer");
    json.put("expires_in", life.toSeconds());
    json.put("scope", scope);
    json.putAll(more);
    return json;
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "TokenAnswer(" + scope + ")";
  }
}
