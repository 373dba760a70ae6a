package org.insignia.server.claims.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that let in who reads a mailbox: once, for an hour, and only by a press on the page behind
 * them. Asking looks the same for every address; where nothing is known of it no letter is written.
 * Whoever has no account gets one, with that mailbox and without a password; a second factor is
 * asked for as at any sign-in.
 */
@Service
public class EntryLinks implements Sweep {
  static final Duration VALID = Duration.ofHours(1);

  /** A letter that waits this long for the mail server is not written any more. */
  private static final Duration ASKED = Duration.ofDays(1);

  /** Three letters are free; then a minute, doubling to half a day. */
  private static final Attempts.Rule LETTERS =
      Attempts.Rule.easing(3, Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofDays(1));

  private static final int SWEPT_AT_ONCE = 1000;

  private final WishStore store;
  private final Accounts accounts;
  private final Claims claims;
  private final Credentials credentials;
  private final Attempts attempts;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  EntryLinks(
      WishStore store,
      Accounts accounts,
      Claims claims,
      Credentials credentials,
      Attempts attempts,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.claims = claims;
    this.credentials = credentials;
    this.attempts = attempts;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the page behind a link shows.
   *
   * @param known whether the mailbox has an account
   * @param name the name that its badges bear; empty where none waits
   */
  public record Behind(EmailAddress address, boolean known, String name) {}

  /**
   * Somebody came in.
   *
   * @param accepted the badge that they had asked for and now hold
   */
  public record Entered(PersonId person, Optional<CredentialId> accepted) {}

  /** Notes the wish and queues the letter. The work is the same for every address. */
  @Transactional
  public void ask(EmailAddress address, Language language) {
    ask(new Wish(Ids.next(), address, language, null, null));
  }

  /** As {@link #ask(EmailAddress, Language)}, from the page of a badge that shall be accepted. */
  @Transactional
  public void ask(Claim claim, Visibility visibility, Language language) {
    ask(new Wish(Ids.next(), claim.recipient(), language, claim.credential(), visibility));
  }

  private void ask(Wish wish) {
    var now = clock.instant();
    var tooMany =
        attempts.count(Attempts.subject("entry", wish.address().key()), LETTERS).isPresent();
    store.insert(wish, now, now.plus(ASKED));
    if (!tooMany) {
      outbox.queue(EntryLetter.KIND, wish.id(), wish.address());
    }
  }

  /** What a link opens, without any effect. */
  public Optional<Behind> find(SecretToken token) {
    return store
        .findByToken(token.hash(), clock.instant())
        .map(wish ->
            new Behind(
                wish.address(),
                accounts.ownerOf(wish.address()).isPresent(),
                name(wish.address())));
  }

  private String name(EmailAddress address) {
    var ids = claims.waitingAt(address).stream().map(Claim::credential).toList();
    return credentials.find(ids).stream()
        .reduce((earlier, later) -> later)
        .map(Credential::recipientName)
        .orElse("");
  }

  /**
   * Lets in, once; empty if the link is spent or too old.
   *
   * @param name of an account that has to be made; not looked at where there is one
   */
  @Transactional
  public Optional<Entered> enter(SecretToken token, String name) {
    var now = clock.instant();
    return store
        .findByToken(token.hash(), now)
        .filter(wish -> store.take(wish.id(), now))
        .map(wish -> enter(wish, name));
  }

  private Entered enter(Wish wish, String name) {
    store.dropAllOf(wish.address());
    var person =
        accounts
            .ownerOf(wish.address())
            .orElseGet(() -> accounts.createWithoutPassword(name, wish.address(), wish.language()));
    audit.record("entry-link", null, "claims.enter", "person:" + person, "");
    return new Entered(person, accept(person, wish.credential(), wish.visibility()));
  }

  private Optional<CredentialId> accept(
      PersonId person, @Nullable CredentialId credential, @Nullable Visibility visibility) {
    if (credential == null || visibility == null) {
      return Optional.empty();
    }
    var waits =
        claims
            .of(credential)
            .filter(c -> c.state() == State.PENDING && claims.isOfferedTo(person, c));
    waits.ifPresent(c -> claims.accept(person, credential, visibility));
    return waits.map(Claim::credential);
  }

  /** Keeps no word of a mailbox: its owner is gone. */
  public void forget(EmailAddress address) {
    store.forget(address);
  }

  @Override
  public String name() {
    return "entry-wishes";
  }

  @Override
  public boolean piece(Instant now) {
    return store.sweep(now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
