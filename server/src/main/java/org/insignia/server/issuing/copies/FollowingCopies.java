package org.insignia.server.issuing.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.AccountErased;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.issuing.CredentialStateChanged;
import org.insignia.server.issuing.erasure.CredentialErased;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.platform.jobs.Sweep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of copies. They follow the state of their badge, and merged accounts. When an
 * account ends or the issuer forgets somebody, what names the holder goes; what the wallet has
 * stays its own, in force as long as the badge is.
 */
@Component
class FollowingCopies implements Portable, Sweep {
  private static final PersonalRows MOVED =
      new PersonalRows("issuing.wallet-copy", "wallet_copy", "person_id");
  private static final Duration WAITED_FOR = Duration.ofHours(1);
  private static final int SWEPT_AT_ONCE = 500;
  private static final int TAKEN_AWAY = 10_000;

  private final WalletCopyStore store;
  private final StatusLists lists;
  private final MergeJournal journal;

  FollowingCopies(WalletCopyStore store, StatusLists lists, MergeJournal journal) {
    this.store = store;
    this.lists = lists;
    this.journal = journal;
  }

  @EventListener
  void follow(CredentialStateChanged changed) {
    List<UUID> of = store.lists(changed.credential());
    if (!of.isEmpty()) {
      lists.changed(of);
    }
  }

  @EventListener
  void forget(CredentialErased erased) {
    store.forget(erased.credentials());
  }

  @EventListener
  void forget(AccountErased erased) {
    store.forget(erased.person());
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, MOVED);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, MOVED);
  }

  @Override
  public String file() {
    return "wallet-copies.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    var all = store.of(person, TAKEN_AWAY).stream().map(FollowingCopies::json).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Object json(WalletCopy copy) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", copy.id().toString());
    json.put("badge", copy.credential().value().toString());
    json.put("holder", copy.holder());
    json.put("format", copy.form().word());
    json.put("madeAt", copy.madeAt().toString());
    if (copy.withdrawnAt() != null) {
      json.put("withdrawnAt", copy.withdrawnAt().toString());
    }
    return json;
  }

  @Override
  public String name() {
    return "wallet-copies";
  }

  @Override
  public boolean piece(Instant now) {
    return store.giveUp(now.minus(WAITED_FOR), now, SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
  }
}
