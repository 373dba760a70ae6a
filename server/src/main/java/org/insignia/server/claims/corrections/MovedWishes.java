package org.insignia.server.claims.corrections;

import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Requests for corrections follow their earner's account. */
@Component
class MovedWishes {
  private static final PersonalRows WISH =
      new PersonalRows("claims.correction", "name_correction", "person_id");

  private final MergeJournal journal;

  MovedWishes(MergeJournal journal) {
    this.journal = journal;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, WISH);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, WISH);
  }
}
