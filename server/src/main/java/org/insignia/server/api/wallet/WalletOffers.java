package org.insignia.server.api.wallet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.wallet.WalletOfferStore.Names;
import org.insignia.server.api.wallet.WalletOfferStore.Offer;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers of a badge to its owner's wallet. The link holds a secret, from which the code for the
 * token endpoint is made; only a hash of the code is stored. Looking at an offer has no effect; its
 * code works once, for ten minutes, and with digits, where the owner wants that, for five tries.
 */
@Service
class WalletOffers implements Sweep {
  static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
  static final Duration LIFE = Duration.ofMinutes(10);
  static final int PIN_LENGTH = 6;
  private static final int PINS = 1_000_000;
  private static final int SWEPT_AT_ONCE = 500;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Attempts.Rule PACE =
      Attempts.Rule.easing(20, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1));

  private final WalletOfferStore store;
  private final IssuerMetadata issuer;
  private final Settings settings;
  private final Attempts attempts;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  WalletOffers(
      WalletOfferStore store,
      IssuerMetadata issuer,
      Settings settings,
      Attempts attempts,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.issuer = issuer;
    this.settings = settings;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * An offer as its owner sees it, once.
   *
   * @param link opens a wallet
   * @param asking opens one that asks the owner in the browser, for the same badge
   * @param pin digits to be typed into the wallet; empty where none are asked for
   */
  record Made(String link, String asking, String pin, Instant until) {
    @Override
    public String toString() {
      return "Made(…)";
    }
  }

  /**
   * Makes an offer; earlier ones of the same badge end. Whether the badge is the person's is
   * decided by the caller.
   *
   * @throws Problem.TooMany where somebody makes very many
   */
  @Transactional
  public Made make(
      PersonId person, CredentialId badge, Configuration configuration, boolean withPin) {
    attempts
        .count(Attempts.subject("wallet-offer", person.toString()), PACE)
        .ifPresent(wait -> {
          throw new Problem.TooMany(wait, "very many offers were made; wait a moment");
        });
    var secret = SecretToken.fresh(random);
    var code = code(secret);
    var pin = withPin ? "%06d".formatted(random.nextInt(PINS)) : "";
    var now = clock.instant();
    store.endOpen(person, badge);
    store.insert(
        new Offer(Ids.next(), person, badge, configuration, withPin ? pinHash(code, pin) : null),
        new Names(SecretToken.sha256(code), SecretToken.sha256(state(secret))),
        now,
        now.plus(LIFE));
    audit.record(
        "person:" + person,
        null,
        "api.wallet-offer",
        "credential:" + badge.value(),
        configuration.id());
    var path = "/openid4vci/offers/" + secret.text();
    return new Made(link(path), link(path + "/asking"), pin, now.plus(LIFE));
  }

  private String link(String path) {
    return "openid-credential-offer://?credential_offer_uri="
        + URLEncoder.encode(settings.url(path).toString(), StandardCharsets.UTF_8);
  }

  /**
   * The offer behind a link, as long as nobody took it. It names the code alone: many wallets
   * choose to ask in a browser wherever they could, and are stuck there, since no issuer knows
   * them.
   */
  public Optional<Map<String, Object>> offer(SecretToken secret) {
    var code = code(secret);
    return open(code).map(offer -> json(offer, Map.of(GRANT, byCode(offer, code))));
  }

  /** The same for a wallet that asks the owner. */
  public Optional<Map<String, Object>> asking(SecretToken secret) {
    return open(code(secret))
        .map(offer ->
            json(offer, Map.of("authorization_code", Map.of("issuer_state", state(secret)))));
  }

  private Optional<Offer> open(String code) {
    return store.open(SecretToken.sha256(code), clock.instant());
  }

  private static Map<String, Object> byCode(Offer offer, String code) {
    Map<String, Object> grant = new LinkedHashMap<>();
    grant.put("pre-authorized_code", code);
    if (offer.pinHash() != null) {
      grant.put(
          "tx_code",
          Map.of(
              "input_mode", "numeric",
              "length", PIN_LENGTH,
              "description", "The six digits shown beside the offer"));
    }
    return grant;
  }

  private Map<String, Object> json(Offer offer, Map<String, Object> grants) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("credential_issuer", issuer.issuer());
    json.put("credential_configuration_ids", List.of(offer.configuration().id()));
    json.put("grants", grants);
    return json;
  }

  /** The offer that a request for authorization names, until it ends. */
  Optional<Offer> ofState(String state) {
    return store.ofState(SecretToken.sha256(state), clock.instant());
  }

  /** What came of showing a code. */
  sealed interface Redeemed {
    /** This badge may be fetched. */
    record Yes(Offer offer) implements Redeemed {}

    /** Unknown, used, ended, or the digits were wrong. */
    record No() implements Redeemed {}

    /** Digits are wanted and came not, or the other way round; the code still works. */
    record Digits(boolean wanted) implements Redeemed {}
  }

  /**
   * Takes an offer: the row decides, so of two at once one gets it, and no more than five tries are
   * made at its digits.
   */
  Redeemed redeem(String code, @Nullable String pin) {
    return Optional.ofNullable(transaction.execute(status -> redeemed(code, pin))).orElseThrow();
  }

  private Redeemed redeemed(String code, @Nullable String pin) {
    var now = clock.instant();
    var found = store.tried(SecretToken.sha256(code), now);
    if (found.isEmpty()) {
      return new Redeemed.No();
    }
    var offer = found.get();
    if ((offer.pinHash() == null) != (pin == null)) {
      return new Redeemed.Digits(offer.pinHash() != null);
    }
    if (pin != null && !same(pinHash(code, pin), offer.pinHash())) {
      return new Redeemed.No();
    }
    store.redeem(offer.id(), now);
    return new Redeemed.Yes(offer);
  }

  private static boolean same(String one, @Nullable String other) {
    return other != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String code(SecretToken secret) {
    return SecretToken.sha256("wallet-code:" + secret.text());
  }

  /** What a wallet says when it asks the owner instead of showing the code. */
  private static String state(SecretToken secret) {
    return SecretToken.sha256("wallet-state:" + secret.text());
  }

  private static String pinHash(String code, String pin) {
    return SecretToken.sha256("wallet-pin:" + code + ":" + pin);
  }

  @Override
  public String name() {
    return "wallet-offers";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now.minus(KEPT), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
