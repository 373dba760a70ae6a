package org.insignia.server.api.oauth;

import java.util.List;
import java.util.Map;

/** Port: one way to an access token, as a bean. */
public interface Grant {
  /** Its {@code grant_type}. */
  String type();

  /**
   * @throws OAuthRefusal what is answered instead
   */
  TokenAnswer answer(TokenRequest request);

  /** Words that can be asked for by it, as far as no other grant names them. */
  default List<String> scopes() {
    return List.of();
  }

  /** What the authorization server's metadata say of it beyond its type. */
  default Map<String, Object> metadata() {
    return Map.of();
  }
}
