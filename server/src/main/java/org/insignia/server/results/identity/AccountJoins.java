package org.insignia.server.results.identity;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.results.DossierId;
import org.insignia.server.results.Finding;
import org.insignia.server.results.HoldersLinked;
import org.insignia.server.results.MergeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Dossiers follow their person's account when it is merged. Where both accounts have one, they join
 * as they would have if all mailboxes had been one account's from the start: of each provider one
 * candidate; a second one is only proposed.
 */
@Component
class AccountJoins {
  private static final String MOVED = "results.dossier";
  private static final String FREED = "results.dossier-freed";
  private static final String JOINED = "results.dossiers-joined";

  private final DossierStore dossiers;
  private final MergeStore merges;
  private final Joining joining;
  private final MergeJournal journal;
  private final ApplicationEventPublisher events;

  AccountJoins(
      DossierStore dossiers,
      MergeStore merges,
      Joining joining,
      MergeJournal journal,
      ApplicationEventPublisher events) {
    this.dossiers = dossiers;
    this.merges = merges;
    this.joining = joining;
    this.journal = journal;
    this.events = events;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    dossiers.lockAddresses(
        true); // chunks under way are waited for: they may still link the old one
    for (var dossier : dossiers.of(merged.gone())) {
      dossiers.lock(dossier.organisation());
      var own = dossiers.of(dossier.organisation(), merged.kept());
      if (own.isEmpty()) {
        dossiers.setPerson(dossier.id(), merged.kept());
        journal.note(merged.merge(), MOVED, dossier.id().toString());
        linked(merged.kept(), dossier.id());
      } else {
        dossiers.setPerson(dossier.id(), null);
        journal.note(merged.merge(), FREED, dossier.id().toString());
        joinOrPropose(merged, own.get().id(), dossier);
      }
    }
  }

  private void joinOrPropose(AccountsMerged merged, DossierId own, DossierStore.Dossier other) {
    var why = List.of(Finding.of("verified-mailbox"));
    var mine = dossiers.providers(own);
    var theirs = dossiers.providers(other.id());
    if (Collections.disjoint(mine, theirs)) {
      var done =
          joining.join(own, other.id(), new Joining.Cause("person:" + merged.kept(), why, null));
      journal.note(merged.merge(), JOINED, other.organisation().value() + " " + done.value());
      return;
    }
    theirs.stream()
        .filter(mine::contains)
        .findFirst()
        .ifPresent(provider -> {
          var one = dossiers.candidateOf(own, provider).orElseThrow();
          var two = dossiers.candidateOf(other.id(), provider).orElseThrow();
          merges.propose(other.organisation(), one, two, why);
        });
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    dossiers.lockAddresses(true);
    for (var ref : journal.noted(parted.merge(), JOINED)) {
      var parts = ref.split(" ");
      var organisation = new OrganisationId(UUID.fromString(parts[0]));
      dossiers.lock(organisation);
      merges
          .find(organisation, new MergeId(UUID.fromString(parts[1])))
          .filter(done -> isStillJoined(done))
          .ifPresent(done -> joining.part(done, "person:" + parted.kept()));
    }
    journal.noted(parted.merge(), MOVED).forEach(ref -> giveBack(ref, parted.gone()));
    journal.noted(parted.merge(), FREED).forEach(ref -> giveBack(ref, parted.gone()));
  }

  private boolean isStillJoined(MergeStore.Done done) {
    return dossiers
        .find(done.absorbed())
        .filter(d -> done.kept().equals(d.mergedInto()))
        .isPresent();
  }

  private void giveBack(String ref, PersonId to) {
    var dossier = dossiers.find(new DossierId(UUID.fromString(ref)));
    if (dossier.isEmpty() || dossier.get().mergedInto() != null) {
      return; // staff joined it with another one since: theirs to part
    }
    if (dossiers.of(dossier.get().organisation(), to).isEmpty()) {
      dossiers.setPerson(dossier.get().id(), to);
      linked(to, dossier.get().id());
    }
  }

  private void linked(PersonId person, DossierId dossier) {
    events.publishEvent(new HoldersLinked(person, Set.of(dossier)));
  }
}
