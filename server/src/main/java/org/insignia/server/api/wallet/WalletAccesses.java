package org.insignia.server.api.wallet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.api.wallet.WalletRefusal.Code;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the tokens of wallets open, for a short time. */
@Component
class WalletAccesses implements Sweep {
  static final Duration LIFE = Duration.ofMinutes(15);

  /** Before the secret, so that whoever finds one knows what it is. */
  static final String PREFIX = "insignia_wt_";

  private static final String BEARER = "bearer ";
  private static final int SWEPT_AT_ONCE = 1000;

  private final WalletAccessStore store;
  private final WalletOfferStore offers;
  private final ActingPrograms programs;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  WalletAccesses(
      WalletAccessStore store, WalletOfferStore offers, ActingPrograms programs, Clock clock) {
    this.programs = programs;
    this.store = store;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * What a token opens.
   *
   * @param granted each badge in each form once
   * @param program the id of the program that shows the token; null for a wallet that need not say
   *     who it is
   */
  record Access(PersonId person, List<Granted> granted, @Nullable String program) {
    Access {
      granted = List.copyOf(granted);
    }
  }

  /** A badge in a form. */
  record Granted(CredentialId badge, Configuration configuration) {
    /** As wallets name it that are told identifiers. */
    String identifier() {
      return configuration.id() + ":" + badge.value();
    }
  }

  /** A new token. */
  String grant(PersonId person, Granted granted) {
    var secret = SecretToken.fresh(random);
    var now = clock.instant();
    store.insert(secret.hash(), person, granted, now, now.plus(LIFE));
    return PREFIX + secret.text();
  }

  /**
   * @param authorization value of the Authorization header
   * @throws WalletRefusal without a token that works
   */
  Access require(@Nullable String authorization) {
    return secret(authorization)
        .flatMap(secret -> store.find(secret.hash(), clock.instant()))
        .or(() -> asked(authorization))
        .orElseThrow(() ->
            new WalletRefusal(
                Code.INVALID_TOKEN, "this needs the access token of an offer, which ends soon"));
  }

  /** What a wallet may fetch that asked its owner. */
  private Optional<Access> asked(@Nullable String authorization) {
    try {
      var program = programs.require(authorization, PersonScope.WALLET);
      return Optional.ofNullable(program.details())
          .map(details ->
              new Access(
                  program.person(), WalletDetails.opened(details), program.client().toString()));
    } catch (Problem.Unauthenticated | Problem.Forbidden none) {
      return Optional.empty();
    }
  }

  private static Optional<SecretToken> secret(@Nullable String authorization) {
    return Optional.ofNullable(authorization)
        .filter(a -> a.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(a -> a.substring(BEARER.length()).strip())
        .filter(token -> token.startsWith(PREFIX))
        .flatMap(token -> SecretToken.parse(token.substring(PREFIX.length())));
  }

  /** What was begun with an account that is gone is begun anew. */
  @EventListener
  void end(AccountsMerged merged) {
    offers.end(merged.gone());
    store.end(merged.gone());
  }

  @Override
  public String name() {
    return "wallet-accesses";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
