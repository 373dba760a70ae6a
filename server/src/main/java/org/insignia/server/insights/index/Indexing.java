package org.insignia.server.insights.index;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.insights.index.JobEntryStore.Label;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.PostingChange;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.skill.OwnSkills;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tags postings that changed and has the index follow. */
@Component
public class Indexing {
  private static final int TAGGED_AT_ONCE = 300;
  private static final int WRITTEN_AT_ONCE = 2000;

  private final Postings postings;
  private final JobEntryStore store;
  private final JobTagging tagging;
  private final OwnSkills skills;
  private final JobIndex index;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Indexing(
      Postings postings,
      JobEntryStore store,
      JobTagging tagging,
      OwnSkills skills,
      JobIndex index,
      TransactionTemplate transaction,
      Clock clock) {
    this.postings = postings;
    this.store = store;
    this.tagging = tagging;
    this.skills = skills;
    this.index = index;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Tags some postings that changed, or that an earlier table tagged; true if there were any. */
  boolean tagSome() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          if (!store.begin()) {
            return false;
          }
          var version = skills.follow();
          var changes = postings.takeChanged(TAGGED_AT_ONCE);
          if (changes.isEmpty()) {
            changes = taggedOtherwise(version);
          }
          tag(changes, version);
          return !changes.isEmpty();
        }));
  }

  private List<PostingChange> taggedOtherwise(String version) {
    var ids = store.taggedOtherwise(version, TAGGED_AT_ONCE);
    var known = known(ids);
    return ids.stream().map(id -> new PostingChange(id, known.get(id))).toList();
  }

  private Map<PostingId, KnownPosting> known(List<PostingId> ids) {
    return postings.find(ids).stream()
        .collect(Collectors.toMap(KnownPosting::id, Function.identity()));
  }

  private void tag(List<PostingChange> changes, String version) {
    Map<PostingId, Set<String>> found = new LinkedHashMap<>();
    Map<String, String> employers = new TreeMap<>();
    Map<String, String> titles = new TreeMap<>();
    for (var change : changes) {
      var known = change.posting();
      found.put(change.id(), known == null ? Set.of() : tagging.skills(known));
      if (known != null) {
        var posting = known.posting();
        employers.putIfAbsent(known.employerKey(), posting.employer());
        titles.putIfAbsent(TitleName.key(posting.title()), TitleName.of(posting.title()));
      }
    }
    if (!found.isEmpty()) {
      store.put(found, version);
      store.label(Label.EMPLOYER, employers);
      store.label(Label.TITLE, titles);
    }
  }

  /**
   * Brings the index some changes further; true if there were any. An index that all nodes share is
   * written by one of them at a time.
   */
  boolean followSome() {
    if (!index.isShared()) {
      return follow();
    }
    return Boolean.TRUE.equals(transaction.execute(status -> store.beginFollowing() && follow()));
  }

  private boolean follow() {
    long held = index.revision();
    var rows = store.after(held, WRITTEN_AT_ONCE);
    if (rows.isEmpty()) {
      if (held > store.revision()) {
        index.clear(); // of another database, or of this one before it was restored
        return true;
      }
      index.caughtUp();
      return false;
    }
    var known = known(rows.stream().map(JobEntryStore.Row::posting).toList());
    List<JobEntry> entries = new ArrayList<>();
    List<Long> gone = new ArrayList<>();
    for (var row : rows) {
      var posting = known.get(row.posting());
      if (posting != null && JobTagging.isKept(posting, clock.instant())) {
        entries.add(JobTagging.entry(row.number(), posting, row.skills()));
      } else {
        gone.add(row.number());
      }
    }
    index.write(entries, gone, rows.getLast().revision());
    return true;
  }

  /** Tags and follows until nothing is left to do. */
  public void catchUp() {
    while (tagSome() || followSome()) {}
  }

  /** Has the index built anew from the database. */
  public void rebuild() {
    if (!index.isShared()) {
      index.rebuild();
      return;
    }
    transaction.executeWithoutResult(status -> {
      store.awaitFollowing();
      index.rebuild();
    });
  }
}
