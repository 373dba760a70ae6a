package org.insignia.server.api.tokens;

import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Programs;
import org.springframework.stereotype.Component;

/** How staff calls its API tokens. */
@Component
final class TokenNames implements Programs {
  private final ApiTokens tokens;

  TokenNames(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String words() {
    return "console.audit.token";
  }

  @Override
  public Map<String, String> of(Organisation organisation) {
    return tokens.of(organisation).stream()
        .collect(Collectors.toMap(t -> "token:" + t.id(), ApiToken::name));
  }
}
