package org.insignia.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.password.Passwords;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new password by a link to one's mailbox. Asking looks the same whether or not the address has
 * an account.
 */
@Service
public class PasswordResets {
  static final Duration VALID = Duration.ofHours(24);
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(3, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private final ResetStore store;
  private final Accounts accounts;
  private final PersonStore people;
  private final SignIns signIns;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PasswordResets(
      ResetStore store,
      Accounts accounts,
      PersonStore people,
      SignIns signIns,
      Sessions sessions,
      Passwords passwords,
      Attempts attempts,
      Outbox outbox,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.people = people;
    this.signIns = signIns;
    this.sessions = sessions;
    this.passwords = passwords;
    this.attempts = attempts;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
  }

  /** Notes the wish and queues the letter; its writer drops it where there is no account. */
  @Transactional
  public void ask(EmailAddress address, Language language) {
    var now = clock.instant();
    var id = Ids.next();
    var tooMany = attempts.count(Attempts.subject("reset", address.key()), LETTERS).isPresent();
    store.insert(new ResetStore.Row(id, address, language), now, now.plus(VALID));
    if (!tooMany) {
      outbox.queue(ResetPasswordLetter.KIND, id, address);
    }
  }

  /** Whose password this link can change, without any effect. */
  public Optional<Person> find(SecretToken token) {
    return store
        .findByToken(token.hash(), clock.instant())
        .flatMap(r -> accounts.ownerOf(r.address()))
        .flatMap(accounts::find);
  }

  /**
   * Sets the password, ends every session and spends every such link; empty if the link was spent
   * or too old.
   */
  @Transactional
  public Optional<Person> change(SecretToken token, String password) {
    var hash = passwords.hash(password);
    var row = store.take(token.hash(), clock.instant());
    var person =
        row.map(ResetStore.Row::address).flatMap(accounts::ownerOf).flatMap(accounts::find);
    person.ifPresent(p -> {
      people.changePassword(p.id(), hash);
      accounts.verifiedAddresses(p.id()).forEach(store::dropAllOf);
      signIns.startOver(p.id());
      sessions.endAll(p.id());
      events.publishEvent(new SafetyChanged(p.id(), What.PASSWORD_CHANGED, ""));
    });
    return person;
  }

  /** What the letter's writer needs. */
  Optional<ResetStore.Row> row(UUID id) {
    return store.find(id, clock.instant());
  }
}
