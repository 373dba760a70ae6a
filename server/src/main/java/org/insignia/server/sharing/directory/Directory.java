package org.insignia.server.sharing.directory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.sharing.profile.Gallery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what everybody may find: organisations, what they award, and people who chose to be listed.
 */
@Service
public class Directory {
  /** How many stand on one page. */
  public static final int PER_PAGE = 24;

  private static final int MOST_SKILLS = 12;
  private static final int MOST_ORGANISATIONS = 30;

  private final DirectoryStore store;
  private final Profiles profiles;
  private final Gallery gallery;
  private final TransactionTemplate transaction;

  Directory(
      DirectoryStore store, Profiles profiles, Gallery gallery, TransactionTemplate transaction) {
    this.store = store;
    this.profiles = profiles;
    this.gallery = gallery;
    this.transaction = transaction;
  }

  /**
   * One page of what was found.
   *
   * @param nearly whether nothing fits exactly and this is what comes close
   * @param total how many fit
   * @param more whether there are more than are counted
   * @param skills those that most of it has, with how many
   * @param organisations those it is of, by id
   */
  public record Found(
      List<DirectoryEntry> entries,
      boolean nearly,
      int total,
      boolean more,
      int page,
      int pages,
      Set<String> skills,
      Map<UUID, String> organisations) {
    public Found {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param page from 1; what lies beyond the last is the last
   */
  public Found find(Wanted wanted, int page) {
    return Objects.requireNonNull(transaction.execute(status -> search(wanted, page)));
  }

  private Found search(Wanted wanted, int page) {
    store.prepare();
    var words = SearchWords.of(wanted.words());
    int counted = store.count(wanted, words, false);
    boolean nearly = counted == 0 && !words.isEmpty();
    if (nearly) {
      counted = store.count(wanted, words, true);
    }
    int total = Math.min(counted, DirectoryStore.MOST);
    int pages = Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
    int at = Math.clamp(page, 1, pages);
    return new Found(
        store.find(wanted, words, nearly, (at - 1) * PER_PAGE, PER_PAGE),
        nearly,
        total,
        counted > DirectoryStore.MOST,
        at,
        pages,
        store.skills(wanted, words, nearly, MOST_SKILLS).keySet(),
        store.organisations(wanted, words, nearly, MOST_ORGANISATIONS));
  }

  /**
   * People who want to be found and show something, by name.
   *
   * @param page from 1
   * @return one more than a page where there are more
   */
  public List<Profile> people(String words, int page) {
    var cut = words.substring(0, Math.min(100, words.length()));
    return profiles.listed(cut, (page - 1) * PER_PAGE, PER_PAGE + 1).stream()
        .filter(p -> p.isVisibleTo(null) && !gallery.of(p.id()).isEmpty())
        .toList();
  }
}
