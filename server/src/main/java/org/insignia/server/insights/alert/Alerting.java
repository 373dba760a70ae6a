package org.insignia.server.insights.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.JobSearch;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells people of new postings, once a day at most for each search they keep. */
@Component
class Alerting implements Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
  private static final int AT_ONCE = 50;
  private static final int LOOKED_AT = 200;
  private static final Duration BETWEEN = Duration.ofHours(24);
  private static final Duration LINKS_KEPT = Duration.ofDays(400);
  private static final Duration ALERTS_KEPT = Duration.ofDays(60);
  private static final int SWEPT_AT_ONCE = 1000;

  private final SavedSearchStore store;
  private final JobSearch search;
  private final Accounts accounts;
  private final Outbox outbox;

  Alerting(SavedSearchStore store, JobSearch search, Accounts accounts, Outbox outbox) {
    this.store = store;
    this.search = search;
    this.accounts = accounts;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "job-alerts";
  }

  @Override
  public boolean piece(Instant now) {
    var due = store.takeDue(now, AT_ONCE);
    try {
      due.forEach(kept -> tell(kept, now));
    } catch (IndexUnavailable later) {
      LOG.warn("kept searches wait for the next hour: {}", later.getMessage());
      return false;
    }
    boolean more = store.sweepAlerts(now.minus(ALERTS_KEPT), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
    more |= store.sweepStopLinks(now.minus(LINKS_KEPT), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
    return more || due.size() == AT_ONCE;
  }

  private void tell(SavedSearch kept, Instant now) {
    var addresses = accounts.verifiedAddresses(kept.person());
    boolean none = addresses.isEmpty() || seen(kept, kept.toldAt(), now).isEmpty();
    store.due(kept.id(), now.plus(BETWEEN)); // after the question, which may find nobody to answer
    if (none) {
      return;
    }
    var alert = Ids.next();
    store.told(kept.id(), now, alert, kept.toldAt());
    outbox.queue(AlertLetter.KIND, alert, addresses.getFirst());
  }

  /** Open postings that were first seen after the one and not after the other, newest first. */
  List<KnownPosting> seen(SavedSearch kept, Instant after, Instant until) {
    return search.newest(kept.query(), 0, LOOKED_AT).stream()
        .filter(posting -> posting.firstSeenAt().isAfter(after))
        .filter(posting -> !posting.firstSeenAt().isAfter(until))
        .toList();
  }
}
