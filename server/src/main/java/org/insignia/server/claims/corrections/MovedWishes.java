package org.insignia.server.claims.corrections;

import java.util.UUID;
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
    store
        .hand(merged.gone(), merged.kept())
        .forEach(id -> journal.note(merged.merge(), WISH, id.toString()));
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal
        .noted(parted.merge(), WISH)
        .forEach(id -> store.hand(UUID.fromString(id), parted.kept(), parted.gone()));
  }
}
