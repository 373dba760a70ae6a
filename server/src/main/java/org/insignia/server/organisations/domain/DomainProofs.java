package org.insignia.server.organisations.domain;

import java.net.IDN;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an organisation prove that it has a say in a domain. Who did so bears a mark on its public
 * pages; it is looked for again every day, and who lets it go for three days loses the mark, told
 * twice. Nobody is asked while a transaction is open.
 */
@Service
public class DomainProofs {
  /** How long a proof that is not found any more counts. */
  static final Duration GRACE = Duration.ofDays(3);

  private static final Duration AGAIN = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofHours(6);
  private static final Attempts.Rule LOOKS =
      Attempts.Rule.easing(10, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofHours(1));

  private final DomainStore store;
  private final Evidence evidence;
  private final Attempts attempts;
  private final StaffMailboxes staff;
  private final Outbox outbox;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  DomainProofs(
      DomainStore store,
      Evidence evidence,
      Attempts attempts,
      StaffMailboxes staff,
      Outbox outbox,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.evidence = evidence;
    this.attempts = attempts;
    this.staff = staff;
    this.outbox = outbox;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What it says of a domain; empty where it named none. */
  public Optional<DomainProof> of(OrganisationId organisation) {
    return store.find(organisation);
  }

  /** A domain as it is kept, out of what was typed; empty for what is none. */
  public static Optional<String> domain(String typed) {
    var bare = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    var host = bare.replaceFirst("/.*$", "").replaceFirst("\\.$", "");
    try {
      var ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.length() <= 253
              && ascii.matches(
                  "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
          ? Optional.of(ascii)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Says which domain is meant; a mark for another one is gone. */
  public void name(String actor, Organisation organisation, String domain) {
    transaction.executeWithoutResult(status -> {
      store.put(organisation.id(), domain, SecretToken.fresh(random).text(), clock.instant());
      record(actor, organisation.id(), "organisations.domain-name", domain);
    });
  }

  /** Gives it up, and the mark with it. */
  public void drop(String actor, Organisation organisation) {
    transaction.executeWithoutResult(status -> {
      store.remove(organisation.id());
      record(actor, organisation.id(), "organisations.domain-drop", "");
    });
  }

  /** What came of looking. */
  public sealed interface Outcome {}

  /** It stands there. */
  public record Found() implements Outcome {}

  /** It does not, or no domain is named. */
  public record Missing() implements Outcome {}

  /** It was looked for too often; again after this time. */
  public record Wait(Duration time) implements Outcome {}

  /** Looks now, because somebody asks. */
  public Outcome look(String actor, Organisation organisation) {
    var wait =
        attempts.count(
            Attempts.subject("domain-proof", organisation.id().value().toString()), LOOKS);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    var proof = store.find(organisation.id());
    return proof.isPresent() && judged(actor, proof.get()) ? new Found() : new Missing();
  }

  /** Looks again at one that is due; false if none is. */
  boolean once() {
    var now = clock.instant();
    var due = transaction.execute(status -> store.takeDue(now, now.plus(SOON)));
    if (due == null || due.isEmpty()) {
      return false;
    }
    judged("worker:domains", due.get());
    return true;
  }

  private boolean judged(String actor, DomainProof proof) {
    var way = evidence.of(proof);
    var now = clock.instant();
    transaction.executeWithoutResult(status -> {
      if (way.isPresent()) {
        if (store.proven(proof, way.get(), now, now.plus(AGAIN)) && proof.provenAt() == null) {
          record(actor, proof.organisation(), "organisations.domain-proven", proof.domain());
        }
      } else {
        missed(actor, proof, now);
      }
    });
    return way.isPresent();
  }

  private void missed(String actor, DomainProof proof, Instant now) {
    var since = proof.failingSince();
    if (since != null && since.plus(GRACE).isBefore(now)) {
      store.lose(proof);
      record(actor, proof.organisation(), "organisations.domain-lost", proof.domain());
      tell(proof);
      return;
    }
    store.notFound(proof, now, now.plus(SOON));
    if (proof.provenAt() != null && since == null) {
      tell(proof);
    }
  }

  private void tell(DomainProof proof) {
    var organisation = proof.organisation();
    staff
        .leader(organisation)
        .ifPresent(to -> outbox.queueAgain(DomainLetter.KIND, organisation.value(), to.address()));
  }

  private void record(String actor, OrganisationId organisation, String action, String detail) {
    audit.record(
        actor, organisation.value(), action, "organisation:" + organisation.value(), detail);
  }
}
