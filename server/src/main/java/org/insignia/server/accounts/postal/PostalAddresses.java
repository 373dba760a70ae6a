package org.insignia.server.accounts.postal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The postal address of people who told us one. It goes with the account when two become one,
 * unless the one that stays has its own, and disappears with an erased account.
 */
@Service
public class PostalAddresses implements Stake, Portable {
  private static final String MOVED = "accounts.postal-address";

  private final PostalAddressStore store;
  private final MergeJournal journal;
  private final Audit audit;
  private final Clock clock;

  PostalAddresses(PostalAddressStore store, MergeJournal journal, Audit audit, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /** The person's address, if they told us one. */
  public Optional<PostalAddress> find(PersonId person) {
    return store.find(person);
  }

  /**
   * Keeps this address instead of an earlier one.
   *
   * @throws Problem.Invalid if something is wrong with it
   */
  @Transactional
  public void put(PersonId person, TypedAddress typed) {
    if (!typed.objections().isEmpty()) {
      throw new Problem.Invalid("address", "not an address: " + typed.objections());
    }
    store.put(person, typed.address(), clock.instant());
    record(person, "kept");
  }

  /** Forgets the address. */
  @Transactional
  public void remove(PersonId person) {
    if (store.delete(person)) {
      record(person, "removed");
    }
  }

  private void record(PersonId person, String what) {
    var subject = "person:" + person;
    audit.record(subject, null, "accounts.postal-address-" + what, subject, "");
  }

  @Override
  public List<Line> of(PersonId person) {
    return store.find(person).map(a -> new Line("accounts.postal.stake", 1)).stream().toList();
  }

  @Override
  public String file() {
    return "postal-address.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    return store
        .find(person)
        .map(address -> {
          var json = new LinkedHashMap<String, Object>();
          json.put("street", address.street());
          json.put("locality", address.locality());
          json.put("region", address.region());
          json.put("postalCode", address.postalCode());
          json.put("country", address.country().code());
          return json;
        });
  }

  @EventListener
  void follow(AccountsMerged merged) {
    if (store.hand(merged.gone(), merged.kept())) {
      journal.note(merged.merge(), MOVED, merged.gone().toString());
    }
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    if (!journal.noted(parted.merge(), MOVED).isEmpty()) {
      store.hand(parted.kept(), parted.gone());
    }
  }
}
