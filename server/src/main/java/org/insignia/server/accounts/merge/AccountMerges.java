package org.insignia.server.accounts.merge;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.SafetyChanged;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.accounts.session.Sessions;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges two accounts whose person proved both. What the one had goes to the other; the ways into
 * the one end. For a month an operator can take it back.
 */
@Service
public class AccountMerges {
  /** How long a merge can be taken back. */
  public static final Duration UNDO = Duration.ofDays(30);

  private static final String ADDRESS = "accounts.address";
  private static final String MAIN = "accounts.main-address";
  private static final String EARLIER = "accounts.merged-earlier";

  private final AccountMergeStore store;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccountMerges(
      AccountMergeStore store,
      Accounts accounts,
      Sessions sessions,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Gives everything of one account to the other. Whoever calls this was shown both.
   *
   * @throws Problem.Conflict if one of them is no account (any more), or they are the same
   */
  @Transactional
  public void merge(PersonId kept, PersonId gone) {
    if (kept.equals(gone) || !store.lock(kept, gone)) {
      throw new Problem.Conflict("these are not two accounts (any more)");
    }
    var now = clock.instant();
    var name = accounts.verifiedAddresses(gone).getFirst().value();
    var also = accounts.verifiedAddresses(gone);
    var id = Ids.next();
    store.insert(id, kept, gone, now, now.plus(UNDO));
    store.mainAddress(gone).ifPresent(a -> store.note(id, MAIN, a.toString()));
    store.moveAddresses(gone, kept).forEach(a -> store.note(id, ADDRESS, a.toString()));
    store.reroute(gone, kept).forEach(p -> store.note(id, EARLIER, p.toString()));
    store.setMergedInto(gone.value(), kept);
    sessions.endAll(gone);
    audit.record(
        "person:" + kept, null, "accounts.merge", "person:" + kept, "took in person:" + gone);
    events.publishEvent(new AccountsMerged(kept, gone, id));
    events.publishEvent(new SafetyChanged(kept, What.MERGED, name, also));
  }

  /** The latest merges, those that were taken back, too. */
  public List<AccountMerge> latest(int limit) {
    return store.latest(null, limit);
  }

  /**
   * As the other, from a place on.
   *
   * @param before the last one of the page before; empty for the first page
   */
  public List<AccountMerge> latest(Optional<UUID> before, int limit) {
    return store.latest(before.orElse(null), limit);
  }

  /** This one. */
  public Optional<AccountMerge> find(UUID id) {
    return store.find(id);
  }

  /**
   * Gives back what was moved and is still where it was moved to.
   *
   * @param actor who does it, as the audit names them
   * @throws Problem.Conflict if it is too late, it was done before, or a later merge has to be
   *     taken back first
   */
  @Transactional
  public void undo(UUID id, String actor) {
    var merge = store.find(id).orElseThrow(() -> new Problem.NotFound("there is no merge " + id));
    if (store.isCovered(merge)) {
      throw new Problem.Conflict("a later merge has to be taken back first");
    }
    if (!store.undo(id, clock.instant())) {
      throw new Problem.Conflict("this merge was taken back already, or is older than 30 days");
    }
    store.setStanding(merge.gone());
    returnAddresses(merge);
    store
        .noted(id, EARLIER)
        .forEach(person -> store.setMergedInto(UUID.fromString(person), merge.gone()));
    audit.record(
        actor,
        null,
        "accounts.merge-undone",
        "person:" + merge.kept(),
        "gave back person:" + merge.gone());
    events.publishEvent(new AccountsParted(merge.kept(), merge.gone(), id));
    events.publishEvent(new SafetyChanged(merge.kept(), What.MERGE_UNDONE, ""));
    events.publishEvent(new SafetyChanged(merge.gone(), What.MERGE_UNDONE, ""));
  }

  /**
   * Each account needs a main address of its own afterwards: the one it had, or else the one it
   * proved first.
   */
  private void returnAddresses(AccountMerge merge) {
    var main = store.noted(merge.id(), MAIN);
    for (var address : store.noted(merge.id(), ADDRESS)) {
      store.returnAddress(UUID.fromString(address), merge.kept(), merge.gone());
    }
    main.forEach(address -> store.makeMain(merge.gone(), UUID.fromString(address)));
    if (!store.haveMain(merge.gone())) {
      throw new Problem.Conflict("every address that came with the merge was removed since");
    }
    if (!store.haveMain(merge.kept())) {
      throw new Problem.Conflict(
          "all addresses that are left came with the merge; the account has to prove another first");
    }
  }
}
