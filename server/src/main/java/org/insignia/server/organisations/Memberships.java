package org.insignia.server.organisations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.audit.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Roles follow a person's account when it is merged: the greater of two counts. Nobody leaves an
 * organisation without an owner, or the server without an operator, by erasing their account.
 */
@Component
class Memberships implements Stake {
  /** Noted as organisation, role that came, role that was there. */
  private static final String ROLE = "organisations.role";

  private static final String OPERATOR = "organisations.operator";
  private static final String NONE = "-";

  private final MemberStore store;
  private final MergeJournal journal;
  private final Audit audit;

  Memberships(MemberStore store, MergeJournal journal, Audit audit) {
    this.store = store;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public List<Line> of(PersonId person) {
    int roles = store.roles(person.value()).size();
    return roles == 0 ? List.of() : List.of(new Line("accounts.stake.roles", roles));
  }

  @Override
  public Optional<String> ties(PersonId person) {
    if (store.isOnlyOperator(person.value())) {
      return Optional.of("accounts.ties.operator");
    }
    return store.isOnlyOwnerSomewhere(person.value())
        ? Optional.of("accounts.ties.owner")
        : Optional.empty();
  }

  @EventListener
  void follow(AccountsMerged merged) {
    var gone = merged.gone().value();
    var kept = merged.kept().value();
    store
        .roles(gone)
        .forEach((organisation, came) -> {
          var was = store.find(kept, organisation);
          var ref =
              String.join(
                  " ",
                  organisation.value().toString(),
                  came.name(),
                  was.map(Role::name).orElse(NONE));
          journal.note(merged.merge(), ROLE, ref);
          store.remove(gone, organisation);
          if (was.filter(role -> role.includes(came)).isEmpty()) {
            set(kept, organisation, came, "came with a merged account");
          }
        });
    if (store.isOperator(gone)) {
      journal.note(merged.merge(), OPERATOR, store.isOperator(kept) ? Role.OWNER.name() : NONE);
      store.removeOperator(gone);
      store.putOperator(kept);
      audit.record(
          "person:" + kept, null, "organisations.operator", "person:" + kept, "by a merge");
    }
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    var gone = parted.gone().value();
    var kept = parted.kept().value();
    for (var ref : journal.noted(parted.merge(), ROLE)) {
      var parts = ref.split(" ");
      var organisation = new OrganisationId(UUID.fromString(parts[0]));
      set(gone, organisation, Role.valueOf(parts[1]), "a merge was taken back");
      if (parts[2].equals(NONE)) {
        store.remove(kept, organisation);
      } else {
        set(kept, organisation, Role.valueOf(parts[2]), "a merge was taken back");
      }
    }
    for (var before : journal.noted(parted.merge(), OPERATOR)) {
      store.putOperator(gone);
      if (before.equals(NONE)) {
        store.removeOperator(kept);
      }
    }
  }

  private void set(UUID person, OrganisationId organisation, Role role, String why) {
    store.put(person, organisation, role);
    audit.record(
        "person:" + person,
        organisation.value(),
        "organisations.grant",
        "person:" + person,
        "role " + role + ": " + why);
  }
}
