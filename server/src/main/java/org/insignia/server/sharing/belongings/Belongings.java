package org.insignia.server.sharing.belongings;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.Stake;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Collections, own evidence and badges from elsewhere follow when two accounts become one, and go
 * back when they part. With an erased account they are gone: their rows hang on the person's.
 */
@Component
class Belongings implements Stake {
  private final BelongingStore store;
  private final MergeJournal journal;

  Belongings(BelongingStore store, MergeJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  @Override
  public List<Line> of(PersonId person) {
    return Arrays.stream(Belonging.values())
        .map(what -> new Line(what.key(), store.count(person, what)))
        .filter(line -> line.count() > 0)
        .toList();
  }

  @EventListener
  void follow(AccountsMerged merged) {
    for (var what : Belonging.values()) {
      store
          .hand(merged.gone(), merged.kept(), what)
          .forEach(id -> journal.note(merged.merge(), what.journalled(), id.toString()));
    }
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    for (var what : Belonging.values()) {
      journal
          .noted(parted.merge(), what.journalled())
          .forEach(id -> store.hand(UUID.fromString(id), parted.kept(), parted.gone(), what));
    }
  }
}
