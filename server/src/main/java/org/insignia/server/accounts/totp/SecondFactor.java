package org.insignia.server.accounts.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.platform.settings.Settings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's second factor. A code counts once, also when two nodes get it at the same moment; a
 * recovery code, too. Wrong ones are counted as wrong passwords are.
 */
@Service
public class SecondFactor {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;

  private final SecondFactorStore store;
  private final Accounts accounts;
  private final Vault vault;
  private final Attempts attempts;
  private final ApplicationEventPublisher events;
  private final Settings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * What an authenticator app needs to know.
   *
   * @param secret 32 characters of Base32
   */
  public record Enrolment(String secret, String uri) {}

  /** How a code was judged. */
  public sealed interface Outcome {}

  /** It was right, and is spent now. */
  public record Right() implements Outcome {}

  /** It was wrong, or spent. */
  public record Wrong() implements Outcome {}

  /** Too many tries; whether this one was right is not looked at. */
  public record Wait(Duration time) implements Outcome {}

  SecondFactor(
      SecondFactorStore store,
      Accounts accounts,
      Vault vault,
      Attempts attempts,
      ApplicationEventPublisher events,
      Settings settings,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.vault = vault;
    this.attempts = attempts;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a code is asked for at sign-in. */
  public boolean isOn(PersonId person) {
    return store.onSince(person).isPresent();
  }

  /** Since when. */
  public Optional<Instant> onSince(PersonId person) {
    return store.onSince(person);
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(PersonId person) {
    return store.codes(person);
  }

  /**
   * Begins, or goes on with what was begun; nothing is asked at sign-in before {@link #confirm}.
   *
   * @throws Problem.Conflict if it is on already
   */
  @Transactional
  public Enrolment begin(PersonId person) {
    if (isOn(person)) {
      throw new Problem.Conflict("the second factor is on already");
    }
    var owner = owner(person);
    store.begin(person, vault.seal(TimeCode.freshSecret(random), owner), clock.instant());
    var secret = vault.open(store.sealed(person).orElseThrow(), owner);
    var account = accounts.verifiedAddresses(person).getFirst().value();
    var issuer = "Insignia " + settings.baseUrl().getHost();
    var uri =
        "otpauth://totp/"
            + encoded(issuer + ":" + account)
            + "?secret="
            + secret
            + "&issuer="
            + encoded(issuer);
    return new Enrolment(secret, uri);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Turns it on with a first code.
   *
   * @return recovery codes, shown this once; empty if the code was wrong
   */
  @Transactional
  public List<String> confirm(PersonId person, String code) {
    var step = spend(person, code);
    if (isOn(person) || !step || !store.turnOn(person, clock.instant())) {
      return List.of();
    }
    events.publishEvent(new SafetyChanged(person, What.CODES_ON, ""));
    return freshCodes(person);
  }

  /** Judges a code from the app, or a recovery code. */
  @Transactional
  public Outcome check(PersonId person, String code) {
    var subject = SignIns.secondFactorSubject(person);
    var wait = attempts.count(subject, SignIns.ACCOUNT);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    // Recovery codes come first: they still open where the key of the sealed secret was lost.
    if (!isOn(person) || !(spendRecovery(person, code) || spend(person, code))) {
      return new Wrong();
    }
    attempts.forget(subject);
    return new Right();
  }

  private boolean spend(PersonId person, String code) {
    var secret = store.sealed(person).map(sealed -> vault.open(sealed, owner(person)));
    if (secret.isEmpty()) {
      return false;
    }
    var step = TimeCode.stepOf(code, secret.get(), clock.instant());
    return step.isPresent() && store.spend(person, step.getAsLong());
  }

  private boolean spendRecovery(PersonId person, String code) {
    var plain = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    boolean spent = store.takeCode(person, hash(person, plain));
    if (spent) {
      var left = Integer.toString(store.codes(person));
      events.publishEvent(new SafetyChanged(person, What.RECOVERY_CODE_USED, left));
    }
    return spent;
  }

  /** New recovery codes in place of the old ones; shown this once. */
  @Transactional
  public List<String> renewCodes(PersonId person) {
    if (!isOn(person)) {
      throw new Problem.Conflict("the second factor is off");
    }
    return freshCodes(person);
  }

  private List<String> freshCodes(PersonId person) {
    store.dropCodes(person);
    var codes = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      var bytes = new byte[RECOVERY_BYTES];
      random.nextBytes(bytes);
      var code = Base32.encode(bytes);
      store.addCode(person, hash(person, code));
      codes.add(String.join("-", code.split("(?<=\\G.{4})")));
    }
    return List.copyOf(codes);
  }

  /** Turns it off and forgets the secret. Whoever calls this was shown that it is the person. */
  @Transactional
  public void turnOff(PersonId person) {
    boolean on = isOn(person);
    store.remove(person);
    if (on) {
      events.publishEvent(new SafetyChanged(person, What.CODES_OFF, ""));
    }
  }

  private static String hash(PersonId person, String code) {
    return SecretToken.sha256("recovery code of " + person + ": " + code);
  }

  private static String owner(PersonId person) {
    return "accounts.second-factor:" + person;
  }
}
