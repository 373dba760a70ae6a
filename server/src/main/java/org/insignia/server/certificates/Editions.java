package org.insignia.server.certificates;

import java.util.Optional;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * What people chose last: the next certificate comes on that paper and in that language. Of two
 * accounts that become one, the choice of the one that stays stands; where only the other has one,
 * it comes along, and goes back when they part. It ends with the account.
 */
@Service
public class Editions {
  private static final String JOURNALLED = "certificates.choice";

  private final EditionStore store;
  private final MergeJournal journal;

  Editions(EditionStore store, MergeJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** What this person chose; empty if nothing yet. */
  public Optional<Edition> of(PersonId person) {
    return store.find(person);
  }

  /** Keeps a choice. */
  public void remember(PersonId person, Edition edition) {
    store.put(person, edition);
  }

  @EventListener
  void follow(AccountsMerged merged) {
    if (store.hand(merged.gone(), merged.kept())) {
      journal.note(merged.merge(), JOURNALLED, merged.gone().toString());
    }
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    if (!journal.noted(parted.merge(), JOURNALLED).isEmpty()) {
      store.hand(parted.kept(), parted.gone());
    }
  }
}
