package org.insignia.server.api.oauth.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.TokenRequest;
import org.insignia.server.platform.web.Shell;

/** Port: {@code authorization_details} that are understood (RFC 9396), as a bean. */
public interface AuthorizationDetails {
  /** Their types, for the metadata. */
  List<String> types();

  /** The scope of tokens that are granted by them alone. */
  String scope();

  /** Whether this JSON can be granted. */
  boolean understands(String json);

  /**
   * What a request asks for without saying it in {@code authorization_details}, or says beside them
   * in parameters of its own, as such JSON; empty where this is not about that.
   */
  default Optional<String> asked(TokenRequest request) {
    return Optional.empty();
  }

  /** What this person's yes means, as the program is told it. */
  default String granted(String json, PersonId person) {
    return json;
  }

  /** What a program is told together with a token that was granted by this. */
  default Map<String, Object> beside(String json) {
    return Map.of();
  }

  /** What it means to the person who is asked. */
  String words(String json, Shell shell);
}
