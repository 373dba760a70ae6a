package org.insignia.server.api.oauth;

import java.util.List;
import org.springframework.stereotype.Component;

/** The token endpoint without its transport: finds the grant that a request asks for. */
@Component
public class TokenExchange {
  private final List<Grant> grants;

  TokenExchange(List<Grant> grants) {
    this.grants = List.copyOf(grants);
  }

  /**
   * @throws OAuthRefusal what is answered instead
   */
  public TokenAnswer answer(TokenRequest request) {
    var type = request.required("grant_type");
    return grants.stream()
        .filter(grant -> grant.type().equals(type))
        .findFirst()
        .orElseThrow(() ->
            new OAuthRefusal(
                "unsupported_grant_type",
                "one of " + String.join(", ", grants.stream().map(Grant::type).sorted().toList())))
        .answer(request);
  }

  List<Grant> grants() {
    return grants;
  }
}
