package org.insignia.server.accounts.merge;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows by a mail that another account is mine, too. Asking looks the same whether or not the
 * address has an account.
 */
@Service
public class MergeProofs {
  static final Duration VALID = Duration.ofHours(24);
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(5, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private final MergeProofStore store;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Outbox outbox;
  private final Clock clock;

  MergeProofs(
      MergeProofStore store, Accounts accounts, Attempts attempts, Outbox outbox, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.attempts = attempts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Queues the letter; its writer drops it where there is no other account. Or the time to wait.
   */
  @Transactional
  public Optional<Duration> ask(PersonId person, EmailAddress address) {
    var wait = attempts.count(Attempts.subject("merge-proof", person.toString()), LETTERS);
    if (wait.isEmpty()) {
      var id = Ids.next();
      var language = accounts.person(person).language();
      store.insert(
          new MergeProofStore.Row(id, person, address, language), clock.instant().plus(VALID));
      outbox.queue(MergeProofLetter.KIND, id, address);
    }
    return wait;
  }

  /** The other account that a link is about, for the person who asked; empty for everybody else. */
  public Optional<PersonId> find(PersonId person, SecretToken token) {
    return store
        .findByToken(token.hash(), clock.instant())
        .filter(row -> row.person().equals(person))
        .flatMap(row -> accounts.ownerOf(row.address()))
        .filter(other -> !other.equals(person));
  }

  /** Spends the link. */
  @Transactional
  public Optional<PersonId> take(PersonId person, SecretToken token) {
    var other = find(person, token);
    return other.isPresent() && store.take(token.hash()) ? other : Optional.empty();
  }

  Optional<MergeProofStore.Row> row(UUID id) {
    return store.find(id, clock.instant());
  }

  void keep(UUID id, SecretToken token) {
    store.token(id, token.hash());
  }
}
