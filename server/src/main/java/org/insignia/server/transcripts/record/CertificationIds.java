package org.insignia.server.transcripts.record;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of people. Of two accounts that become one, the number of the one that stays stands;
 * where only the other has one, it comes along, and goes back when they part. It ends with the
 * account.
 */
@Component
public class CertificationIds {
  private static final String JOURNALLED = "transcripts.certification-id";
  private static final int TRIES = 20;

  private final CertificationIdStore store;
  private final MergeJournal journal;
  private final RandomGenerator random = new SecureRandom();

  CertificationIds(CertificationIdStore store, MergeJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** The person's number; the first call makes it. */
  @Transactional
  public CertificationId of(PersonId person) {
    for (int i = 0; i < TRIES; i++) {
      Optional<CertificationId> known = store.find(person);
      if (known.isPresent()) {
        return known.get();
      }
      long number = random.nextLong(CertificationId.FIRST, CertificationId.LAST + 1);
      store.insert(person, new CertificationId(number, UUID.randomUUID()));
    }
    throw new IllegalStateException("no free certification id in " + TRIES + " tries");
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
