package org.insignia.server.claims;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.reminders.Reminders;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.CredentialIssued;
import org.insignia.server.issuing.CredentialStateChanged;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells earners of their badges: opens the claim and queues the letter, both with the taking of the
 * work or not at all.
 */
@Component
class Announcing implements Worker.Step {
  private static final int BATCH = 500;

  private final Credentials credentials;
  private final ClaimStore claims;
  private final Claims accepting;
  private final AutoAccept autoAccept;
  private final Accounts accounts;
  private final Reminders reminders;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ObjectProvider<Worker> worker;

  Announcing(
      Credentials credentials,
      ClaimStore claims,
      Claims accepting,
      AutoAccept autoAccept,
      Accounts accounts,
      Reminders reminders,
      Outbox outbox,
      TransactionTemplate transaction,
      Clock clock,
      @Qualifier("announcingWorker") ObjectProvider<Worker> worker) {
    this.credentials = credentials;
    this.claims = claims;
    this.accepting = accepting;
    this.autoAccept = autoAccept;
    this.accounts = accounts;
    this.reminders = reminders;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
    this.worker = worker;
  }

  @Override
  public boolean once() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var taken = credentials.takeUnannounced(BATCH);
          announce(credentials.find(taken));
          return !taken.isEmpty();
        }));
  }

  private void announce(List<Credential> issued) {
    var fresh = new ArrayList<Credential>();
    for (var credential : issued) {
      if (credential.replaces() == null || !succeed(credential)) {
        fresh.add(credential);
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    claims.insertPending(fresh, clock.instant());
    var quiet = credentials.quiet(fresh.stream().map(Credential::id).toList());
    var told = fresh.stream().filter(c -> !quiet.contains(c.id())).toList();
    var waiting =
        told.stream().filter(Predicate.not(acceptedUnasked(fresh, quiet)::contains)).toList();
    reminders.expect(waiting, clock.instant());
    outbox.queueAll(
        InvitationLetter.KIND,
        waiting.stream().map(c -> c.id().value()).toList(),
        waiting.stream().map(Credential::recipient).toList(),
        waiting.stream().map(c -> c.organisation().value()).toList());
  }

  /** Those whose earners want every badge without being asked: told, not asked. */
  private Set<Credential> acceptedUnasked(List<Credential> fresh, Set<CredentialId> quiet) {
    var owners = accounts.ownersOf(fresh.stream().map(Credential::recipient).toList());
    var wishes = autoAccept.of(owners.values());
    var accepted = new HashSet<Credential>();
    for (var credential : fresh) {
      var owner = owners.get(credential.recipient());
      var visibility = owner == null ? null : wishes.get(owner);
      if (owner != null
          && visibility != null
          && accepting.acceptUnasked(owner, credential.id(), credential.recipient(), visibility)) {
        accepted.add(credential);
        if (!quiet.contains(credential.id())) {
          queue(AcceptedLetter.KIND, credential);
        }
      }
    }
    return accepted;
  }

  /**
   * Lets a corrected copy take the place of what it replaces; false if the earner was never told of
   * that one.
   */
  private boolean succeed(Credential credential) {
    var replaced = java.util.Objects.requireNonNull(credential.replaces());
    if (!claims.inherit(replaced, credential.id(), credential.recipient(), clock.instant())) {
      return false;
    }
    var state = claims.find(credential.id()).orElseThrow().state();
    switch (state) {
      case PENDING -> {
        reminders.expect(List.of(credential), clock.instant());
        queue(InvitationLetter.KIND, credential);
      }
      case ACCEPTED -> queue(ReplacedLetter.KIND, credential);
      case REJECTED -> {
        // They do not want to hear of it.
      }
    }
    return true;
  }

  private void queue(String kind, Credential of) {
    outbox.queue(kind, of.id().value(), of.recipient(), of.organisation().value());
  }

  /**
   * A badge that its earner was told of is withdrawn: they are told that too, unless they had
   * declined it.
   */
  @EventListener
  void changed(CredentialStateChanged event) {
    if (event.state() == Credential.State.REVOKED && !event.quiet()) {
      claims
          .find(event.credential())
          .filter(claim -> claim.state() != State.REJECTED)
          .ifPresent(claim ->
              outbox.queue(
                  WithdrawnLetter.KIND,
                  event.credential().value(),
                  claim.recipient(),
                  claim.organisation().value()));
    }
  }

  @TransactionalEventListener
  void issued(CredentialIssued event) {
    worker.getObject().wake();
  }
}
