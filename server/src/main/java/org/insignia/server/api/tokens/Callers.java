package org.insignia.server.api.tokens;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.AdminToken;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Suspensions;
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
  private final ClientTokens clients;
  private final Organisations organisations;
  private final Members members;
  private final Suspensions suspensions;
  private final Clock clock;

  Callers(
      AdminToken admin,
      ApiTokenStore store,
      ClientTokens clients,
      Organisations organisations,
      Members members,
      Suspensions suspensions,
      Clock clock) {
    this.admin = admin;
    this.store = store;
    this.clients = clients;
    this.organisations = organisations;
    this.members = members;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  /**
   * Lets pass the server's own token, and those of organisations, of their clients too, that have
   * the scope.
   *
   * @param authorization value of the Authorization header; tokens are read nowhere else
   * @throws Problem.Unauthenticated without a token that works
   * @throws Problem.Forbidden for a token without the scope
   * @throws Problem.Suspended for an organisation that the operator stopped
   */
  public Caller require(@Nullable String authorization, Scope scope) {
    var access = secret(authorization, ClientTokens.PREFIX);
    if (access.isPresent()) {
      return ofClient(access.get(), scope);
    }
    var secret = secret(authorization, ApiTokens.PREFIX);
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
    require(token.scopes(), scope);
    suspensions.requireOpen(token.organisation());
    store.used(token.id(), clock.instant());
    return new Caller(
        "token:" + token.id(),
        Optional.of(organisations.get(token.organisation())),
        Optional.ofNullable(token.maker()));
  }

  private Caller ofClient(SecretToken access, Scope scope) {
    var spoken =
        clients
            .find(access)
            .filter(s -> isBacked(s.maker(), s.organisation(), s.scopes()))
            .orElseThrow(() ->
                new Problem.Unauthenticated(
                    "this access token is unknown or expired, or the maker of its client has left"));
    require(spoken.scopes(), scope);
    suspensions.requireOpen(spoken.organisation());
    return new Caller(
        "client:" + spoken.client(),
        Optional.of(organisations.get(spoken.organisation())),
        Optional.ofNullable(spoken.maker()));
  }

  private static void require(Set<Scope> scopes, Scope scope) {
    if (!scopes.contains(scope)) {
      throw new Problem.Forbidden("this needs a token with the scope " + scope.word());
    }
  }

  /**
   * Who shows this, whatever it opens; empty for nobody whom we know. For what is counted or kept
   * per caller: it lets nobody do anything.
   */
  public Optional<Caller> known(@Nullable String authorization) {
    var access = secret(authorization, ClientTokens.PREFIX);
    if (access.isPresent()) {
      return clients.find(access.get()).map(s -> caller("client:" + s.client(), s.organisation()));
    }
    var secret = secret(authorization, ApiTokens.PREFIX);
    if (secret.isPresent()) {
      return store
          .find(secret.get().hash())
          .filter(t -> !t.isOver(clock.instant()))
          .map(t -> {
            // here, and not within the transaction of what is asked for, which may take long
            var now = clock.instant();
            if (t.usedAt() == null || t.usedAt().isBefore(now.minusSeconds(60))) {
              store.used(t.id(), now);
            }
            return caller("token:" + t.id(), t.organisation());
          });
    }
    return admin.isShown(authorization)
        ? Optional.of(new Caller(AdminToken.ACTOR, Optional.empty()))
        : Optional.empty();
  }

  private Caller caller(String actor, OrganisationId organisation) {
    return new Caller(actor, Optional.of(organisations.get(organisation)));
  }

  private static Optional<SecretToken> secret(@Nullable String authorization, String prefix) {
    var start = BEARER + prefix;
    return authorization == null || !authorization.startsWith(start)
        ? Optional.empty()
        : SecretToken.parse(authorization.substring(start.length()).strip());
  }

  /** Whether whoever made it still has the role that its greatest scope needs. */
  boolean isStillBacked(ApiToken token) {
    return isBacked(token.maker(), token.organisation(), token.scopes());
  }

  /** Whether this person has the role that these scopes need. */
  public boolean isBacked(
      @Nullable PersonId maker, OrganisationId organisation, Set<Scope> scopes) {
    if (maker == null) {
      return false;
    }
    var role = members.roleOf(maker.value(), organisation);
    return role.isPresent() && scopes.stream().allMatch(s -> role.get().includes(s.role()));
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
