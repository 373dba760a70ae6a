package org.insignia.server.accounts.merge;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.AccountsMerged;
import org.springframework.stereotype.Component;

/** What a merge moved, kept by whoever moved it, so that it can be moved back. */
@Component
public class MergeJournal {
  private final AccountMergeStore store;

  MergeJournal(AccountMergeStore store) {
    this.store = store;
  }

  /**
   * Notes a move, in the transaction that does it.
   *
   * @param what kind of thing, for example {@code claims.owner}
   * @param ref which one
   */
  public void note(UUID merge, String what, String ref) {
    store.note(merge, what, ref);
  }

  /** Lets rows follow a merge, and notes each. */
  public void follow(AccountsMerged merged, PersonalRows rows) {
    store.handOn(merged.merge(), rows, merged.gone(), merged.kept());
  }

  /** Gives back what {@link #follow} noted, as far as it is still with whom it followed. */
  public void giveBack(AccountsParted parted, PersonalRows rows) {
    store.giveBack(parted.merge(), rows, parted.kept(), parted.gone());
  }

  /** What was noted under this kind. */
  public List<String> noted(UUID merge, String what) {
    return store.noted(merge, what);
  }
}
