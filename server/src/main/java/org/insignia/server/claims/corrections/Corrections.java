package org.insignia.server.claims.corrections;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.claims.corrections.Correction.State;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.StaffMailboxes;
import org.insignia.server.platform.attempts.Attempts;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.Outbox;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of names. Only who holds the badge may ask, only its issuer's staff may grant it, and
 * what is granted is a new badge: the old one points to it.
 */
@Service
public class Corrections {
  /** Stands on the public page of the old badge, so it names nobody. */
  static final String REASON = "The name was corrected at the earner's request.";

  /** The longest note, in characters. */
  public static final int LONGEST_NOTE = 1000;

  private static final Attempts.Rule WISHES =
      Attempts.Rule.easing(5, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(2));

  private final CorrectionStore store;
  private final Claims claims;
  private final Credentials credentials;
  private final Attempts attempts;
  private final Outbox outbox;
  private final StaffMailboxes staff;
  private final Audit audit;
  private final Clock clock;

  Corrections(
      CorrectionStore store,
      Claims claims,
      Credentials credentials,
      Attempts attempts,
      Outbox outbox,
      StaffMailboxes staff,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.credentials = credentials;
    this.attempts = attempts;
    this.outbox = outbox;
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an earner asks.
   *
   * @param everywhere as in {@link Correction}
   */
  public record Wish(String name, String note, boolean everywhere) {}

  /** What speaks against asking. */
  public sealed interface Objection {}

  /** It is no name. */
  public record NoName() implements Objection {}

  /** It stands there already. */
  public record SameName() implements Objection {}

  /** The note is too long. */
  public record LongNote() implements Objection {}

  /** One is open already. */
  public record Open() implements Objection {}

  /** Too many; later. */
  public record Wait(Duration time) implements Objection {}

  /**
   * A badge whose name this person may ask to have corrected.
   *
   * @throws Problem.NotFound if they do not hold it or it is not in force
   */
  public Credential correctable(PersonId person, CredentialId id) {
    return claims
        .of(id)
        .filter(claim -> person.equals(claim.owner()))
        .flatMap(claim -> credentials.find(claim.credential()))
        .filter(Corrections::isAlive)
        .orElseThrow(() -> new Problem.NotFound("badge " + id.value()));
  }

  private static boolean isAlive(Credential credential) {
    return credential.state() == Credential.State.ISSUED
        || credential.state() == Credential.State.SUSPENDED;
  }

  /** The person's other badges of the same issuer that bear the same name. */
  public List<Credential> others(PersonId person, Credential of) {
    var held = claims.held(person).stream().map(Claim::credential).toList();
    return credentials.find(held).stream()
        .filter(c -> !c.id().equals(of.id()) && c.organisation().equals(of.organisation()))
        .filter(c -> isAlive(c) && c.recipientName().equals(of.recipientName()))
        .toList();
  }

  /** What was asked last for a badge. */
  public Optional<Correction> latest(CredentialId credential) {
    return store.latest(credential);
  }

  /** What this person asked last for a badge and did not take back. */
  public Optional<Correction> latest(PersonId person, CredentialId credential) {
    return store
        .latest(credential)
        .filter(c -> c.person().equals(person) && c.state() != State.WITHDRAWN);
  }

  /** Asks; empty if it was taken. */
  @Transactional
  public Optional<Objection> ask(PersonId person, CredentialId id, Wish wish) {
    var credential = correctable(person, id);
    var name = Person.parseName(wish.name());
    if (name.isEmpty()) {
      return Optional.of(new NoName());
    }
    if (name.get().equals(credential.recipientName())) {
      return Optional.of(new SameName());
    }
    if (wish.note().length() > LONGEST_NOTE) {
      return Optional.of(new LongNote());
    }
    if (store.latest(id).filter(c -> c.state() == State.OPEN).isPresent()) {
      return Optional.of(new Open());
    }
    var wait = attempts.count(Attempts.subject("correction", person.toString()), WISHES);
    if (wait.isPresent()) {
      return wait.map(Wait::new);
    }
    return insert(person, credential, name.get(), wish);
  }

  private Optional<Objection> insert(
      PersonId person, Credential credential, String name, Wish wish) {
    var correction =
        new Correction(
            Ids.next(),
            credential.id(),
            credential.organisation(),
            person,
            credential.recipientName(),
            name,
            wish.note().strip(),
            wish.everywhere(),
            State.OPEN,
            clock.instant(),
            null,
            null);
    if (!store.insert(correction)) {
      return Optional.of(new Open());
    }
    staff
        .office(credential.organisation())
        .ifPresent(to ->
            outbox.queue(
                CorrectionAskedLetter.KIND,
                correction.id(),
                to.address(),
                credential.organisation().value()));
    record("person:" + person, correction, "claims.correction-ask");
    return Optional.empty();
  }

  /** Takes a wish back; false where none of this person's is open. */
  @Transactional
  public boolean withdraw(PersonId person, CredentialId credential) {
    var withdrawn =
        store
            .latest(credential)
            .filter(c -> c.person().equals(person))
            .filter(c -> store.decide(c.id(), State.WITHDRAWN, null, clock.instant()));
    withdrawn.ifPresent(c -> record("person:" + person, c, "claims.correction-withdraw"));
    return withdrawn.isPresent();
  }

  /** What waits for the staff of an organisation, the oldest first. */
  public List<Correction> open(OrganisationId organisation, int limit) {
    return store.of(organisation, State.OPEN, limit);
  }

  /** What they decided, the latest first. */
  public List<Correction> decided(OrganisationId organisation, int limit) {
    return store.decided(organisation, limit);
  }

  /**
   * Grants a wish: each badge that is meant and still in force under the old name is replaced.
   *
   * @return how many
   * @throws Problem.NotFound if it is not a wish to this organisation
   * @throws Problem.Conflict if it was decided already
   */
  @Transactional
  public int approve(String actor, OrganisationId organisation, UUID id) {
    var correction = required(organisation, id);
    decide(correction, State.APPROVED, null);
    var first = current(correction.credential());
    var all =
        correction.everywhere()
            ? Stream.concat(
                first.stream(),
                first.stream().flatMap(c -> others(correction.person(), c).stream()))
            : first.stream();
    var meant = all.filter(c -> c.recipientName().equals(correction.nameBefore())).toList();
    meant.forEach(c -> credentials.replace(actor, c.id(), correction.nameAsked(), REASON));
    record(actor, correction, "claims.correction-approve");
    return meant.size();
  }

  /** The badge that stands where this one stood. */
  private Optional<Credential> current(CredentialId id) {
    var credential = credentials.find(id);
    while (credential.isPresent() && credential.get().replacedBy() != null) {
      credential =
          credentials.find(java.util.Objects.requireNonNull(credential.get().replacedBy()));
    }
    return credential.filter(Corrections::isAlive);
  }

  /**
   * Declines a wish; the earner is told why.
   *
   * @throws Problem.Invalid without a reason
   */
  @Transactional
  public void decline(String actor, OrganisationId organisation, UUID id, String reason) {
    var correction = required(organisation, id);
    if (reason.isBlank() || reason.length() > LONGEST_NOTE) {
      throw new Problem.Invalid("reason", "1 to " + LONGEST_NOTE + " characters");
    }
    decide(correction, State.DECLINED, reason.strip());
    var recipient = claims.of(correction.credential()).orElseThrow().recipient();
    outbox.queue(CorrectionDeclinedLetter.KIND, correction.id(), recipient, organisation.value());
    record(actor, correction, "claims.correction-decline");
  }

  private void decide(
      Correction correction, State state, @org.jspecify.annotations.Nullable String reason) {
    if (!store.decide(correction.id(), state, reason, clock.instant())) {
      throw new Problem.Conflict("this request was decided already");
    }
  }

  private Correction required(OrganisationId organisation, UUID id) {
    return store
        .find(id)
        .filter(c -> c.organisation().equals(organisation))
        .orElseThrow(() -> new Problem.NotFound("request " + id));
  }

  private void record(String actor, Correction correction, String action) {
    audit.record(
        actor,
        correction.organisation().value(),
        action,
        "credential:" + correction.credential().value(),
        correction.everywhere() ? "and the others under that name" : "");
  }
}
