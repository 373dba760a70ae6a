package org.insignia.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an account comes into being: asked for, confirmed from the mailbox, made. Nothing exists
 * under an address before its mailbox has confirmed, and asking looks the same whether or not the
 * address has an account: the letter tells.
 *
 * <p>The link alone does not confirm. Whoever presses the button must be in the browser that asked
 * or know the password that was chosen: else a stranger could ask in my name, and I would open an
 * account with the stranger's password.
 */
@Service
public class SignUps {
  static final Duration VALID = Duration.ofHours(24);

  /** Three letters are free; then a minute, doubling to half a day. */
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(3, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private final SignUpStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /**
   * What a person gives to sign up; {@code intent} is what they were about to do, told again on
   * confirmation.
   */
  public record Wish(
      EmailAddress address,
      String name,
      String password,
      Language language,
      @Nullable UUID intent) {}

  /** What the page behind the link may show before anything is confirmed. */
  public record Waiting(UUID id, EmailAddress address, Language language) {}

  /** How pressing the button ended. */
  public sealed interface Confirmation {}

  /** The account exists. */
  public record Confirmed(Person person) implements Confirmation {}

  /** The password is not the one that was chosen. */
  public record WrongPassword() implements Confirmation {}

  /** Too many wrong passwords; later. */
  public record Wait(Duration time) implements Confirmation {}

  /** The link is spent or too old, or the address got an account in another way. */
  public record Gone() implements Confirmation {}

  SignUps(
      SignUpStore store,
      Accounts accounts,
      Passwords passwords,
      Attempts attempts,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Notes the wish and queues the letter. The work is the same for every address.
   *
   * @return the id of the wish, by which the browser that asked is known again
   */
  @Transactional
  public UUID begin(Wish wish) {
    var now = clock.instant();
    var hash = passwords.hash(wish.password());
    var id = Ids.next();
    var tooMany =
        attempts.count(Attempts.subject("sign-up", wish.address().key()), LETTERS).isPresent();
    store.insert(
        new SignUpStore.Row(id, wish.address(), wish.name(), wish.language(), hash, wish.intent()),
        now,
        now.plus(VALID));
    if (!tooMany) {
      outbox.queue(ConfirmSignUpLetter.KIND, id, wish.address());
    }
    return id;
  }

  /** What a link stands for, without any effect. */
  public Optional<Waiting> find(SecretToken token) {
    return store
        .findByToken(token.hash(), clock.instant())
        .map(row -> new Waiting(row.id(), row.address(), row.language()));
  }

  /** Confirms in the browser that asked: {@code id} is what {@link #begin} gave it. */
  @Transactional
  public Confirmation confirm(SecretToken token, UUID id) {
    var row = store.findByToken(token.hash(), clock.instant());
    return row.filter(r -> r.id().equals(id)).<Confirmation>map(this::make).orElseGet(Gone::new);
  }

  /** Confirms in another browser, with the password that was chosen. */
  @Transactional
  public Confirmation confirm(SecretToken token, String password) {
    var row = store.findByToken(token.hash(), clock.instant());
    if (row.isEmpty()) {
      return new Gone();
    }
    var wait =
        attempts.count(Attempts.subject("confirm", row.get().id().toString()), SignIns.ACCOUNT);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    return passwords.matches(password, row.get().passwordHash())
        ? make(row.get())
        : new WrongPassword();
  }

  private Confirmation make(SignUpStore.Row row) {
    if (!store.take(row.id()) || accounts.ownerOf(row.address()).isPresent()) {
      return new Gone();
    }
    var id = accounts.create(row.name(), row.address(), row.passwordHash(), row.language());
    store.dropAllOf(row.address());
    events.publishEvent(new SignUpConfirmed(id, row.address(), row.intent()));
    return new Confirmed(accounts.person(id));
  }
}
