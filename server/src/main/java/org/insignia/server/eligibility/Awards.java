package org.insignia.server.eligibility;

import java.util.List;
import java.util.Optional;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.DossierId;
import org.springframework.stereotype.Component;

/** What was decided, for whom it matters. */
@Component
public final class Awards {
  private final AwardStore store;

  Awards(AwardStore store) {
    this.store = store;
  }

  /** Published inside the transaction in which there is news; listen after commit and look. */
  public record News() {}

  /**
   * Takes news out of the queue, within the caller's transaction: undone, it comes again.
   *
   * @return at most that many; empty when there is none
   */
  public List<AwardChange> takeChanged(int limit) {
    while (true) {
      int[] taken = {0};
      List<AwardChange> news = store.takeDue(limit, taken);
      // What was given and withdrawn before anybody asked is no news; there may be more behind it.
      if (!news.isEmpty() || taken[0] == 0) {
        return news;
      }
    }
  }

  /** The award of an id that came from our own tables. */
  public Award get(AwardId id) {
    return store.find(id).orElseThrow(() -> new Problem.NotFound("award " + id.value()));
  }

  /** All of a person, withdrawn ones included, oldest first. */
  public List<Award> of(DossierId dossier) {
    return store.of(List.of(dossier));
  }

  public Optional<Award> of(DossierId dossier, AchievementId achievement) {
    return of(dossier).stream()
        .filter(award -> award.achievement().equals(achievement))
        .findFirst();
  }
}
