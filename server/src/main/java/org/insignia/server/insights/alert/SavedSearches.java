package org.insignia.server.insights.alert;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.AccountsMerged;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.merge.AccountsParted;
import org.insignia.server.accounts.merge.MergeJournal;
import org.insignia.server.accounts.merge.PersonalRows;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches that people keep. They go along when two accounts become one, and disappear with an
 * erased account: their rows hang on the person's.
 */
@Service
public class SavedSearches implements Stake, Portable {
  /** So many somebody can keep. */
  public static final int MOST = 20;

  private static final PersonalRows MOVED =
      new PersonalRows("insights.saved-search", "saved_search", "person_id");

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 80;

  private final SavedSearchStore store;
  private final MergeJournal journal;
  private final Clock clock;

  SavedSearches(SavedSearchStore store, MergeJournal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** A person's searches, in the order they were kept. */
  public List<SavedSearch> kept(PersonId person) {
    return store.of(person);
  }

  /**
   * Keeps a search; its owner is told of new postings. What it asks of their date is left out, for
   * what is new has today's.
   *
   * @throws Problem.Conflict if there are {@link #MOST} already
   */
  @Transactional
  public SavedSearch keep(PersonId person, String name, JobQuery query) {
    if (store.of(person).size() >= MOST) {
      throw new Problem.Conflict("there are " + MOST + " kept searches already");
    }
    var now = clock.instant();
    var search = new SavedSearch(Ids.next(), person, cut(name), query.ofAnyDay(), true, now);
    store.insert(search, now);
    return search;
  }

  private static String cut(String name) {
    var clean = name.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }

  /** Whether its owner is told from now on. */
  @Transactional
  public void mails(PersonId person, UUID id, boolean wanted) {
    store.mails(mine(person, id).id(), wanted, clock.instant());
  }

  /** Forgets it. */
  @Transactional
  public void drop(PersonId person, UUID id) {
    store.delete(mine(person, id).id());
  }

  private SavedSearch mine(PersonId person, UUID id) {
    return store
        .find(id)
        .filter(search -> search.person().equals(person))
        .orElseThrow(() -> new Problem.NotFound("kept search " + id));
  }

  @Override
  public List<Line> of(PersonId person) {
    long count = store.of(person).size();
    return count == 0 ? List.of() : List.of(new Line("jobs.saved.stake", count));
  }

  @Override
  public String file() {
    return "saved-searches.json";
  }

  @Override
  public Optional<Object> json(PersonId person) {
    List<Object> all =
        store.of(person).stream()
            .<Object>map(search -> {
              var json = new LinkedHashMap<String, Object>();
              json.put("name", search.name());
              var query = search.query();
              json.put("skills", query.skills().stream().sorted().toList());
              json.put("also", query.also());
              json.put("words", query.words());
              json.put("place", query.place().packed());
              json.put("remote", query.remote());
              json.put("employer", query.employer());
              json.put("title", query.title());
              json.put("pay", Objects.toString(query.pay(), ""));
              json.put("mails", search.mails());
              return json;
            })
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
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
