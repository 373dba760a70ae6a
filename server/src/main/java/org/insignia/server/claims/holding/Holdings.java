package org.insignia.server.claims.holding;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.audit.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a person holds goes with their account. When the account ends, each badge is nobody's and
 * shown nowhere; whoever proves its mailbox again can take it back.
 */
@Component
public class Holdings implements Stake {
  /** Under this the journal of merges names the badges that a merge moved. */
  public static final String MOVED = "claims.owner";

  private final HoldingStore store;
  private final MergeJournal journal;
  private final Audit audit;

  Holdings(HoldingStore store, MergeJournal journal, Audit audit) {
    this.store = store;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public List<Line> of(PersonId person) {
    int held = store.count(person);
    return held == 0 ? List.of() : List.of(new Line("accounts.stake.badges", held));
  }

  @EventListener
  void follow(AccountsMerged merged) {
    for (var credential : store.hand(merged.gone(), merged.kept())) {
      journal.note(merged.merge(), MOVED, credential.toString());
      record(merged.kept(), "claims.owner-merged", credential);
    }
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    for (var ref : journal.noted(parted.merge(), MOVED)) {
      var credential = UUID.fromString(ref);
      if (store.hand(credential, parted.kept(), parted.gone())) {
        record(parted.gone(), "claims.owner-parted", credential);
      }
    }
  }

  @EventListener
  void letGo(AccountErased erased) {
    for (var credential : store.letGo(erased.person())) {
      record(erased.person(), "claims.owner-erased", credential);
    }
  }

  private void record(PersonId person, String action, UUID credential) {
    audit.record("person:" + person, null, action, "credential:" + credential, "");
  }
}
