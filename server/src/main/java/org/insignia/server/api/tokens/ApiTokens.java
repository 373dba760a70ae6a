package org.insignia.server.api.tokens;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, renews and revokes the tokens of an organisation. */
@Service
class ApiTokens {
  /** Those that are listed, the ended ones included. */
  static final int LISTED = 200;

  /** Before the secret, so that whoever finds one, a scanner of code above all, knows it. */
  static final String PREFIX = "insignia_";

  private final ApiTokenStore store;
  private final Members members;
  private final Allowances limits;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(ApiTokenStore store, Members members, Allowances limits, Audit audit, Clock clock) {
    this.store = store;
    this.members = members;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** A token with its secret, which nobody will see again. */
  record Made(ApiToken token, String secret) {
    @Override
    public String toString() {
      return "Made(" + token + ", …)";
    }
  }

  /** Those that somebody who works here can give out. */
  List<Scope> opened(PersonId maker, Organisation organisation) {
    return members.roleOf(maker.value(), organisation.id()).map(Scope::openTo).orElse(List.of());
  }

  List<ApiToken> of(Organisation organisation) {
    return store.of(organisation.id(), LISTED);
  }

  /**
   * @param scopes none beyond what the role of its maker opens
   * @throws Problem.Conflict where there are too many
   */
  @Transactional
  Made make(
      PersonId maker, Organisation organisation, String name, Set<Scope> scopes, Duration life) {
    scopes.forEach(s -> members.require(maker.value(), organisation.id(), s.role()));
    int most = limits.of(organisation.id(), Limit.TOKENS);
    if (store.countLive(organisation.id(), clock.instant()) >= most) {
      throw new Problem.Conflict("an organisation has at most " + most + " tokens at once");
    }
    var made = made(maker, organisation, name, scopes, clock.instant().plus(life), null);
    record(maker, made.token(), "api.token-make", made.token().name());
    return made;
  }

  /**
   * Makes another token of the same name, scopes and life; this one works a while longer.
   *
   * @throws Problem.Conflict if it is over or was renewed
   */
  @Transactional
  Made renew(PersonId maker, Organisation organisation, UUID id, Duration overlap) {
    var old = required(organisation, id);
    var now = clock.instant();
    if (old.isOver(now) || old.renewed()) {
      throw new Problem.Conflict("this token is over or was renewed already");
    }
    old.scopes().forEach(s -> members.require(maker.value(), organisation.id(), s.role()));
    var life = Duration.between(old.madeAt(), old.expiresAt());
    var made = made(maker, organisation, old.name(), old.scopes(), now.plus(life), old.id());
    store.endBy(old.id(), now.plus(overlap));
    record(
        maker,
        old,
        "api.token-renew",
        "by token:" + made.token().id() + ", works on for " + overlap);
    return made;
  }

  /** From now on it opens nothing, on any node. */
  @Transactional
  void revoke(PersonId by, Organisation organisation, UUID id) {
    var token = required(organisation, id);
    if (!token.isOver(clock.instant())) {
      store.revoke(id, clock.instant());
      record(by, token, "api.token-revoke", token.name());
    }
  }

  private Made made(
      PersonId maker,
      Organisation organisation,
      String name,
      Set<Scope> scopes,
      Instant expiresAt,
      @Nullable UUID follows) {
    var secret = SecretToken.fresh(random);
    var token =
        new ApiToken(
            Ids.next(),
            organisation.id(),
            name,
            scopes,
            maker,
            clock.instant(),
            expiresAt,
            false,
            null,
            null);
    store.insert(token, secret.hash(), follows);
    return new Made(token, PREFIX + secret.text());
  }

  private ApiToken required(Organisation organisation, UUID id) {
    return store
        .locked(organisation.id(), id)
        .orElseThrow(() -> new Problem.NotFound("no such token here"));
  }

  private void record(PersonId by, ApiToken token, String action, String detail) {
    audit.record(
        "person:" + by.value(),
        token.organisation().value(),
        action,
        "token:" + token.id(),
        detail);
  }
}
