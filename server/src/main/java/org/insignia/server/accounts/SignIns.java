package org.insignia.server.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.attempts.Network;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Whether somebody may come in. Every answer takes the same work for known and unknown addresses.
 * Tries are counted per address; a browser that signed in before has a count of its own, so
 * strangers guessing at my password slow down each other and not me.
 */
@Service
public class SignIns {
  /**
   * Five tries are free, then 1 s, 2 s, 4 s ... up to 15 minutes; after 100 in a row only a new
   * password helps.
   */
  public static final Attempts.Rule ACCOUNT =
      Attempts.Rule.strict(5, Duration.ofSeconds(1), Duration.ofMinutes(15), 100);

  /**
   * A whole class behind one address may mistype; a guessing machine is slowed down. Only wrong
   * tries count, and the wait stays short, because everybody behind that address shares it.
   */
  public static final Attempts.Rule NETWORK =
      Attempts.Rule.easing(300, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofHours(1));

  private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

  private final Accounts accounts;
  private final PersonStore people;
  private final DeviceStore devices;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * A try to come in.
   *
   * @param device what the browser kept from an earlier sign-in
   * @param network the address the request came from
   */
  public record Try(
      EmailAddress address, String password, @Nullable SecretToken device, String network) {}

  /** How it ended. */
  public sealed interface Outcome {}

  /**
   * Come in.
   *
   * @param device to be kept by the browser; the one it has or a new one
   */
  public record Welcome(SignedIn principal, SecretToken device) implements Outcome {}

  /** Address and password do not belong together; which of the two is wrong is not said. */
  public record Wrong() implements Outcome {}

  /** Too many tries; whether this one was right is not looked at. */
  public record Wait(Duration time) implements Outcome {}

  SignIns(
      Accounts accounts,
      PersonStore people,
      DeviceStore devices,
      Passwords passwords,
      Attempts attempts,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.devices = devices;
    this.passwords = passwords;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Judges a try. */
  public Outcome attempt(Try attempt) {
    var owner = accounts.ownerOf(attempt.address());
    var device = known(attempt.device(), owner);
    var subject = subject(attempt.address(), device.orElse(null));
    var network = networkSubject(attempt.network());
    var wait = attempts.count(network, NETWORK).or(() -> attempts.count(subject, ACCOUNT));
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    var hash = people.passwordHash(owner.orElse(NOBODY)); // asked for strangers as well
    boolean right =
        hash.isPresent()
            ? passwords.matches(attempt.password(), hash.get())
            : passwords.matchesNobody(attempt.password());
    if (!right) {
      return new Wrong();
    }
    attempts.forget(subject);
    attempts.takeBack(network);
    return welcome(owner.orElseThrow(), device);
  }

  /** Lets in a person who proved themselves in another way: by confirming or by a new password. */
  public Welcome welcome(PersonId person) {
    return welcome(person, Optional.empty());
  }

  private Welcome welcome(PersonId person, Optional<SecretToken> device) {
    var kept =
        device.orElseGet(() -> {
          var fresh = SecretToken.fresh(random);
          devices.insert(fresh.hash(), person, clock.instant());
          return fresh;
        });
    return new Welcome(SignedIn.of(accounts.person(person)), kept);
  }

  /** Starts the count over and forgets the browsers: the password is new. */
  void startOver(PersonId person) {
    devices.forgetAllOf(person);
    attempts.forget(Attempts.subject("change-password", person.toString()));
    attempts.forget(secondFactorSubject(person));
    accounts.verifiedAddresses(person).forEach(a -> attempts.forget(subject(a, null)));
  }

  @EventListener
  void erased(AccountErased event) {
    startOver(event.person()); // else a hash of the mailbox would be kept for ever
  }

  /** What wrong tries from a network are counted under. */
  public static String networkSubject(String address) {
    return Attempts.subject("network", Network.of(address).name());
  }

  /** What tries at the second factor of a person are counted under. */
  public static String secondFactorSubject(PersonId person) {
    return Attempts.subject("second-factor", person.toString());
  }

  private Optional<SecretToken> known(@Nullable SecretToken device, Optional<PersonId> owner) {
    return Optional.ofNullable(device)
        .filter(d ->
            devices.owner(d.hash()).filter(p -> owner.filter(p::equals).isPresent()).isPresent());
  }

  private static String subject(EmailAddress address, @Nullable SecretToken device) {
    return Attempts.subject(
        "sign-in", address.key() + "\n" + (device == null ? "" : device.hash()));
  }
}
