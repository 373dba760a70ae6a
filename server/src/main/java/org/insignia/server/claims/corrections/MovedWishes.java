package org.insignia.server.claims.corrections;

import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Requests for corrections follow their earner's account. */
@Component
class MovedWishes {
  private static final String WISH = "claims.correction";

  private final CorrectionStore store;
  private final MergeJournal journal;

  MovedWishes(CorrectionStore store, MergeJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, WISH, store);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, WISH, store);
  }
}
