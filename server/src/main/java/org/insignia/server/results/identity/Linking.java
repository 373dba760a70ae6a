package org.insignia.server.results.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.AddressVerified;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.insignia.server.results.HoldersLinked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds the account behind a candidate: the one that proved to own the candidate's mailbox. A
 * person has one dossier per organisation. Of each provider at most one candidate joins it without
 * being asked; a second one of the same provider only leads to a proposal, because two people may
 * share a mailbox.
 */
@Component
public class Linking {
  private static final String ACTOR = "worker:linking";

  private final DossierStore dossiers;
  private final MergeStore merges;
  private final Joining joining;
  private final Accounts accounts;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Linking(
      DossierStore dossiers,
      MergeStore merges,
      Joining joining,
      Accounts accounts,
      Audit audit,
      ApplicationEventPublisher events) {
    this.dossiers = dossiers;
    this.merges = merges;
    this.joining = joining;
    this.accounts = accounts;
    this.audit = audit;
    this.events = events;
  }

  /** Until the transaction ends no mailbox gets an owner unseen; taken before {@link #lock}. */
  public void keepAddressesStill() {
    dossiers.lockAddresses(false);
  }

  /**
   * Chunks, links and merges of one organisation wait for each other until the transaction ends.
   */
  public void lock(OrganisationId organisation) {
    dossiers.lock(organisation);
  }

  /** Those of these that an account owns; it stays so while addresses are kept still. */
  Set<EmailAddress> owned(Collection<EmailAddress> mailboxes) {
    return accounts.ownersOf(mailboxes).keySet();
  }

  /**
   * Links the candidates of these mailboxes with the accounts that own them, which is done alone in
   * the organisation; false if there is no account.
   */
  public boolean linkOwned(OrganisationId organisation, Collection<EmailAddress> mailboxes) {
    if (mailboxes.isEmpty()) {
      return false;
    }
    var owners = accounts.ownersOf(mailboxes);
    if (!owners.isEmpty()) {
      lock(organisation);
    }
    owners.forEach((mailbox, person) -> {
      var known =
          dossiers.knownBy(mailbox).stream().filter(k -> k.organisation().equals(organisation));
      link(person, known.toList());
    });
    return !owners.isEmpty();
  }

  /**
   * Somebody proved to own a mailbox: results that came for it are theirs, in every organisation.
   */
  @EventListener
  void linkVerified(AddressVerified verified) {
    dossiers.lockAddresses(
        true); // chunks under way are waited for, so that none of their candidates is missed
    var known = dossiers.knownBy(verified.address());
    for (var organisation :
        known.stream().map(DossierStore.Known::organisation).distinct().toList()) {
      lock(organisation);
      link(
          verified.person(),
          known.stream().filter(k -> k.organisation().equals(organisation)).toList());
    }
  }

  private void link(PersonId person, List<DossierStore.Known> known) {
    var own = Likeness.nameKey(accounts.person(person).name(), "");
    known.stream()
        .sorted(Comparator.comparing((DossierStore.Known k) -> !k.nameKey().equals(own)))
        .forEach(k -> link(person, k));
  }

  private void link(PersonId person, DossierStore.Known known) {
    var candidates = dossiers.find(dossiers.dossierOf(known.id())).orElseThrow();
    if (candidates.person() != null) {
      return; // this account's already, or another's, who was linked first and keeps it
    }
    var own = dossiers.of(known.organisation(), person);
    if (own.isEmpty()) {
      dossiers.setPerson(candidates.id(), person);
      audit.record(
          ACTOR,
          known.organisation().value(),
          "results.link",
          "dossier:" + candidates.id(),
          "verified mailbox of person:" + person);
      events.publishEvent(new HoldersLinked(person, Set.of(candidates.id())));
      return;
    }
    var mine = dossiers.providers(own.get().id());
    var theirs = dossiers.providers(candidates.id());
    var verified = List.of(Finding.of("verified-mailbox"));
    if (Collections.disjoint(mine, theirs)) {
      joining.join(own.get().id(), candidates.id(), new Joining.Cause(ACTOR, verified, null));
      return;
    }
    theirs.stream()
        .filter(mine::contains)
        .findFirst()
        .flatMap(provider -> dossiers.candidateOf(own.get().id(), provider))
        .ifPresent(first -> merges.propose(known.organisation(), first, known.id(), verified));
  }
}
