package org.insignia.server.api.tokens;

import java.time.Clock;
import java.util.Optional;
import org.insignia.server.api.AdminToken;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands behind a request of a program. Every request asks the database, so what was revoked
 * opens nothing from that moment, whichever node is asked; and what its maker may no longer do the
 * token may not do either.
 */
@Component
public class Callers {
  private static final String BEARER = "Bearer ";

  private final AdminToken admin;
  private final ApiTokenStore store;
  private final Organisations organisations;
  private final Members members;
  private final Clock clock;

  Callers(
      AdminToken admin,
      ApiTokenStore store,
      Organisations organisations,
      Members members,
      Clock clock) {
    this.admin = admin;
    this.store = store;
    this.organisations = organisations;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Lets pass the server's own token, and those of organisations that have the scope.
   *
   * @param authorization value of the Authorization header; tokens are read nowhere else
   * @throws Problem.Unauthenticated without a token that works
   * @throws Problem.Forbidden for a token without the scope
   */
  public Caller require(@Nullable String authorization, Scope scope) {
    var secret = secret(authorization);
    if (secret.isEmpty()) {
      admin.require(authorization);
      return new Caller(AdminToken.ACTOR, Optional.empty());
    }
    var token =
        store
            .find(secret.get().hash())
            .filter(t -> !t.isOver(clock.instant()))
            .filter(this::isStillBacked)
            .orElseThrow(() ->
                new Problem.Unauthenticated(
                    "this token is unknown, expired, revoked, or its maker has left"));
    if (!token.scopes().contains(scope)) {
      throw new Problem.Forbidden("this needs a token with the scope " + scope.word());
    }
    store.used(token.id(), clock.instant());
    return new Caller("token:" + token.id(), Optional.of(organisations.get(token.organisation())));
  }

  private static Optional<SecretToken> secret(@Nullable String authorization) {
    var start = BEARER + ApiTokens.PREFIX;
    return authorization == null || !authorization.startsWith(start)
        ? Optional.empty()
        : SecretToken.parse(authorization.substring(start.length()).strip());
  }

  /** Whether whoever made it still has the role that its greatest scope needs. */
  boolean isStillBacked(ApiToken token) {
    var maker = token.maker();
    if (maker == null) {
      return false;
    }
    var role = members.roleOf(maker.value(), token.organisation());
    return role.isPresent() && token.scopes().stream().allMatch(s -> role.get().includes(s.role()));
  }

  /**
   * The organisation that a request means.
   *
   * @param slug as the request names it; empty: its own, or the one founded first
   * @throws Problem.NotFound if there is none, or it is not the token's
   */
  public Organisation meant(Caller caller, Optional<String> slug) {
    if (caller.organisation().isEmpty()) {
      return organisations.meant(slug);
    }
    var own = caller.organisation().get();
    if (slug.isPresent() && !slug.get().equals(own.slug())) {
      throw new Problem.NotFound("there is no organisation " + slug.get());
    }
    return own;
  }
}
