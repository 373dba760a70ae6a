package org.insignia.server.issuing;

import java.util.List;
import org.insignia.server.eligibility.AwardChange;
import org.insignia.server.eligibility.Awards;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.results.Results;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes news of awards; the taking and what follows from it are one transaction. */
@Component
class AwardStep implements Worker.Step {
  private static final int BATCH = 500;

  private final Awards awards;
  private final Results results;
  private final AwardFollowing following;
  private final TransactionTemplate transaction;
  private final FaultPoints faults;

  AwardStep(
      Awards awards,
      Results results,
      AwardFollowing following,
      TransactionTemplate transaction,
      FaultPoints faults) {
    this.awards = awards;
    this.results = results;
    this.following = following;
    this.transaction = transaction;
    this.faults = faults;
  }

  @Override
  public boolean once() {
    boolean worked = Boolean.TRUE.equals(transaction.execute(status -> followBatch()));
    if (worked) {
      faults.reach("awards.committed");
    }
    return worked;
  }

  private boolean followBatch() {
    List<AwardChange> news = awards.takeChanged(BATCH);
    if (news.isEmpty()) {
      return false;
    }
    faults.reach("awards.taken");
    following.follow(
        news, results.holders(news.stream().map(AwardChange::dossier).distinct().toList()));
    faults.reach("awards.stored");
    return true;
  }
}
