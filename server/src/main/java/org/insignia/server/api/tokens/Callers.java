package org.insignia.server.api.tokens;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.AdminToken;
import org.insignia.server.api.tokens.ClientTokens.Spoken;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Standing;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.rounds.Shared;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who stands behind a request of a program. Every request asks the database, once: what was revoked
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
  private final Clock clock;
  private final OncePerRequest<Optional<ApiToken>> tokens = new OncePerRequest<>("token");
  private final OncePerRequest<Optional<Spoken>> spoken = new OncePerRequest<>("client");
  private final OncePerRequest<Standing> standings = new OncePerRequest<>("standing");
  private final Shared<String, Optional<ApiToken>> tokensShared = new Shared<>(this::lookUp);
  private final Shared<Standpoint, Standing> standingsShared = new Shared<>(this::look);

  Callers(
      AdminToken admin,
      ApiTokenStore store,
      ClientTokens clients,
      Organisations organisations,
      Members members,
      Clock clock) {
    this.admin = admin;
    this.store = store;
    this.clients = clients;
    this.organisations = organisations;
    this.members = members;
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
      if (!admin.isShown(authorization)) {
        throw new Problem.Unauthenticated(
            "this needs a token, as \"Authorization: Bearer TOKEN\"; the console of an organisation"
                + " makes them under API tokens");
      }
      return new Caller(AdminToken.ACTOR, Optional.empty());
    }
    var token = token(secret.get()).orElseThrow(Callers::noToken);
    var standing = standing(token.maker(), token.organisation());
    if (!isBacked(token.maker(), standing, token.scopes())) {
      throw noToken();
    }
    require(token.scopes(), scope);
    requireOpen(standing);
    return new Caller(
        "token:" + token.id(),
        Optional.of(standing.organisation()),
        Optional.ofNullable(token.maker()));
  }

  private static Problem.Unauthenticated noToken() {
    return new Problem.Unauthenticated(
        "this token is unknown, expired, revoked, or its maker has left");
  }

  private Caller ofClient(SecretToken access, Scope scope) {
    var program = spoken(access).orElseThrow(Callers::noAccess);
    var standing = standing(program.maker(), program.organisation());
    if (!isBacked(program.maker(), standing, program.scopes())) {
      throw noAccess();
    }
    require(program.scopes(), scope);
    requireOpen(standing);
    return new Caller(
        "client:" + program.client(),
        Optional.of(standing.organisation()),
        Optional.ofNullable(program.maker()));
  }

  private static Problem.Unauthenticated noAccess() {
    return new Problem.Unauthenticated(
        "this access token is unknown or expired, or the maker of its client has left");
  }

  private static void requireOpen(Standing standing) {
    standing
        .suspension()
        .ifPresent(suspension -> {
          throw new Problem.Suspended(suspension.why());
        });
  }

  /** One that works. Its use is noted here, so before the transaction of what is asked for. */
  private Optional<ApiToken> token(SecretToken secret) {
    var hash = secret.hash();
    return tokens.of(hash, () -> tokensShared.of(hash));
  }

  private Optional<ApiToken> lookUp(String hash) {
    var now = clock.instant();
    var found = store.find(hash).filter(t -> !t.isOver(now));
    found
        .filter(t -> t.usedAt() == null || t.usedAt().isBefore(now.minusSeconds(60)))
        .ifPresent(t -> store.used(t.id(), now));
    return found;
  }

  private Optional<Spoken> spoken(SecretToken access) {
    return spoken.of(access.hash(), () -> clients.find(access));
  }

  private Standing standing(@Nullable PersonId maker, OrganisationId organisation) {
    var person = maker == null ? null : maker.value();
    return standings.of(
        person + " " + organisation.value(),
        () -> standingsShared.of(new Standpoint(person, organisation)));
  }

  /** Whose standing where. */
  private record Standpoint(@Nullable UUID person, OrganisationId organisation) {}

  private Standing look(Standpoint of) {
    return members.standing(of.person(), of.organisation());
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
      return spoken(access.get())
          .map(s -> caller("client:" + s.client(), standing(s.maker(), s.organisation())));
    }
    var secret = secret(authorization, ApiTokens.PREFIX);
    if (secret.isPresent()) {
      return token(secret.get())
          .map(t -> caller("token:" + t.id(), standing(t.maker(), t.organisation())));
    }
    return admin.isShown(authorization)
        ? Optional.of(new Caller(AdminToken.ACTOR, Optional.empty()))
        : Optional.empty();
  }

  private static Caller caller(String actor, Standing standing) {
    return new Caller(actor, Optional.of(standing.organisation()));
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
    return maker != null && includes(members.roleOf(maker.value(), organisation), scopes);
  }

  private static boolean isBacked(@Nullable PersonId maker, Standing standing, Set<Scope> scopes) {
    return maker != null && includes(standing.role(), scopes);
  }

  private static boolean includes(Optional<Role> role, Set<Scope> scopes) {
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
