package org.insignia.server.api.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens as programs see and make them. A program makes them in the name of whoever made its own
 * token, and none that opens more than its own.
 */
@Component
public class ProgramTokens {
  private static final String TOKEN = "token:";

  private final ApiTokens tokens;
  private final ApiTokenStore store;
  private final Clock clock;

  ProgramTokens(ApiTokens tokens, ApiTokenStore store, Clock clock) {
    this.tokens = tokens;
    this.store = store;
    this.clock = clock;
  }

  /**
   * A token that works.
   *
   * @param usedAt when it was last used, to the minute; null if never
   */
  public record Working(
      UUID id,
      String name,
      Set<Scope> scopes,
      Instant madeAt,
      Instant expiresAt,
      @Nullable Instant usedAt) {
    public Working {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Who stands behind a program. */
  public record Maker(PersonId person, Set<Scope> scopes) {
    public Maker {
      scopes = Set.copyOf(scopes);
    }
  }

  /** A token with its secret, which nobody will see again. */
  public record Made(Working token, String secret) {
    @Override
    public String toString() {
      return "Made(" + token + ", …)";
    }
  }

  /** All of an organisation that work. */
  public List<Working> of(Organisation organisation) {
    return tokens.of(organisation).stream()
        .filter(t -> !t.isOver(clock.instant()))
        .map(ProgramTokens::working)
        .toList();
  }

  private static Working working(ApiToken token) {
    return new Working(
        token.id(),
        token.name(),
        token.scopes(),
        token.madeAt(),
        token.expiresAt(),
        token.usedAt());
  }

  /**
   * Who made the token that was shown.
   *
   * @param actor as {@link Caller} names it
   * @throws Problem.Forbidden where it is no token that a person made
   */
  @Transactional
  public Maker maker(String actor, Organisation organisation) {
    var own =
        actor.startsWith(TOKEN)
            ? store.locked(organisation.id(), UUID.fromString(actor.substring(TOKEN.length())))
            : java.util.Optional.<ApiToken>empty();
    return own.filter(t -> t.maker() != null)
        .map(t -> new Maker(java.util.Objects.requireNonNull(t.maker()), t.scopes()))
        .orElseThrow(
            () -> new Problem.Forbidden("this needs an API token that an administrator made"));
  }

  /**
   * Another token.
   *
   * @throws Problem.Forbidden for scopes that the program's own token has not
   */
  @Transactional
  public Made make(
      String actor, Organisation organisation, String name, Set<Scope> scopes, Duration life) {
    var maker = maker(actor, organisation);
    requireWithin(maker, scopes);
    var made = tokens.make(maker.person(), organisation, name, scopes, life);
    return new Made(working(made.token()), made.secret());
  }

  /**
   * Another of the same name, scopes and life; this one works a while longer.
   *
   * @throws Problem.Forbidden where it opens what the program's own token does not
   * @throws Problem.NotFound if the organisation has no such token
   * @throws Problem.Conflict if it is over or was renewed
   */
  @Transactional
  public Made renew(String actor, Organisation organisation, UUID id, Duration overlap) {
    var maker = maker(actor, organisation);
    store.locked(organisation.id(), id).ifPresent(t -> requireWithin(maker, t.scopes()));
    var made = tokens.renew(maker.person(), organisation, id, overlap);
    return new Made(working(made.token()), made.secret());
  }

  private static void requireWithin(Maker maker, Set<Scope> scopes) {
    if (!maker.scopes().containsAll(scopes)) {
      throw new Problem.Forbidden("a token makes none that opens more than itself");
    }
    requireGivenByPrograms(scopes);
  }

  /**
   * @throws Problem.Forbidden for what a person alone gives out
   */
  public static void requireGivenByPrograms(Set<Scope> scopes) {
    scopes.stream()
        .filter(Scope::isByPeopleAlone)
        .findFirst()
        .ifPresent(scope -> {
          throw new Problem.Forbidden(
              scope.word() + " is given out by a person on the console's page of tokens alone");
        });
  }

  /**
   * Ends one at once.
   *
   * @throws Problem.NotFound if the organisation has no such token
   */
  @Transactional
  public void revoke(String actor, Organisation organisation, UUID id) {
    tokens.revoke(maker(actor, organisation).person(), organisation, id);
  }
}
