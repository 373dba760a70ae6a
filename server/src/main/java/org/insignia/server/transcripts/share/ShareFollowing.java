package org.insignia.server.transcripts.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shares follow when two accounts become one, and go back when they part. With an erased account
 * they are closed and gone: their rows hang on the person's.
 */
@Component
class ShareFollowing implements Stake, Portable {
  private static final PersonalRows MOVED =
      new PersonalRows("transcripts.share", "transcript_share", "person_id");

  private final ShareStore store;
  private final MergeJournal journal;
  private final Settings settings;

  ShareFollowing(ShareStore store, MergeJournal journal, Settings settings) {
    this.store = store;
    this.journal = journal;
    this.settings = settings;
  }

  @Override
  public List<Line> of(PersonId person) {
    long count = store.count(person);
    return count == 0 ? List.of() : List.of(new Line("shares.stake", count));
  }

  @Override
  public String file() {
    return "transcript-shares.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    var all = store.of(person).stream().map(this::json).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private Object json(Share share) {
    var json = new LinkedHashMap<String, Object>();
    json.put("link", settings.url(share.path()).toString());
    json.put("name", share.name());
    json.put("language", share.language().tag());
    json.put("withAddress", share.withAddress());
    json.put("programs", share.programs().name());
    json.put("items", share.items());
    json.put("madeAt", share.madeAt().toString());
    json.put("expiresAt", text(share.expiresAt()));
    json.put("revokedAt", text(share.revokedAt()));
    return json;
  }

  private static @Nullable String text(@Nullable Object at) {
    return at == null ? null : at.toString();
  }

  @EventListener
  void follow(AccountsMerged merged) {
    journal.follow(merged, MOVED);
  }

  @EventListener
  void giveBack(AccountsParted parted) {
    journal.giveBack(parted, MOVED);
  }
}
