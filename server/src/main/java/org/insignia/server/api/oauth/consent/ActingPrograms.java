package org.insignia.server.api.oauth.consent;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.api.tokens.ClientTokens;
import org.insignia.server.api.tokens.OncePerRequest;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * For whom a program acts. Every request asks the database, so what was taken back opens nothing
 * from that moment, whichever node is asked.
 */
@Component
public class ActingPrograms {
  private static final String BEARER = "bearer ";

  private final FamilyStore store;
  private final Clock clock;
  private final OncePerRequest<Optional<ActingProgram>> acting = new OncePerRequest<>("acting");

  ActingPrograms(FamilyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Lets pass a program to which a person allowed this.
   *
   * @param authorization value of the Authorization header; tokens are read nowhere else
   * @throws Problem.Unauthenticated without an access token that works
   * @throws Problem.Forbidden for one without the scope
   */
  public ActingProgram require(@Nullable String authorization, PersonScope scope) {
    var now = clock.instant();
    var program =
        token(authorization)
            .flatMap(this::acting)
            .orElseThrow(() ->
                new Problem.Unauthenticated(
                    "this needs an access token of a person; this one is unknown, expired or taken back"));
    if (!program.scopes().contains(scope)) {
      throw new Problem.Forbidden("this needs a token with the scope " + scope.word());
    }
    store.used(program, now);
    return program;
  }

  /**
   * Which program shows this, whatever it may do; empty for none that we know. For what is counted
   * or kept per caller: it lets nobody do anything.
   */
  public Optional<ActingProgram> known(@Nullable String authorization) {
    return token(authorization).flatMap(this::acting);
  }

  private Optional<ActingProgram> acting(SecretToken token) {
    return acting.of(token.hash(), () -> store.acting(token.hash(), clock.instant()));
  }

  private static Optional<SecretToken> token(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    var shown = authorization.substring(BEARER.length()).strip();
    return shown.startsWith(ClientTokens.PREFIX)
        ? SecretToken.parse(shown.substring(ClientTokens.PREFIX.length()))
        : Optional.empty();
  }
}
