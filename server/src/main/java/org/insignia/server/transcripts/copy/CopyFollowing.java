package org.insignia.server.transcripts.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of copies: they follow merged accounts and are forgotten after thirty days, or with
 * the account; with them the mailbox they went to, also in the outbox.
 */
@Component
class CopyFollowing implements Portable, Sweep {
  private static final PersonalRows MOVED =
      new PersonalRows("transcripts.copy", "transcript_copy", "person_id");
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int SWEPT_AT_ONCE = 500;

  private final CopyStore store;
  private final Outbox outbox;
  private final MergeJournal journal;

  CopyFollowing(CopyStore store, Outbox outbox, MergeJournal journal) {
    this.store = store;
    this.outbox = outbox;
    this.journal = journal;
  }

  @Override
  public String file() {
    return "transcript-copies.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    var all = store.of(person).stream().map(CopyFollowing::json).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Object json(Copy copy) {
    var json = new LinkedHashMap<String, Object>();
    json.put("to", copy.to().value());
    json.put("language", copy.language().tag());
    json.put("withAddress", copy.withAddress());
    json.put("items", copy.items());
    json.put("askedAt", copy.askedAt().toString());
    return json;
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, MOVED);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, MOVED);
  }

  /** The rows go with the person's own. */
  @EventListener
  void forget(AccountErased erased) {
    outbox.forget(store.of(erased.person()).stream().map(Copy::to).toList());
  }

  @Override
  public String name() {
    return "transcript-copies";
  }

  @Override
  public boolean piece(Instant now) {
    var gone = store.sweep(now.minus(KEPT), SWEPT_AT_ONCE);
    outbox.forget(gone);
    return gone.size() == SWEPT_AT_ONCE;
  }
}
