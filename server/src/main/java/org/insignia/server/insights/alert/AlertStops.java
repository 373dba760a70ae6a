package org.insignia.server.insights.alert;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the mails of a kept search by the link in each of them, without signing in. */
@Service
public class AlertStops {
  private final SavedSearchStore store;
  private final SecretLinks links;
  private final Audit audit;
  private final Clock clock;

  AlertStops(SavedSearchStore store, SecretLinks links, Audit audit, Clock clock) {
    this.store = store;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  URI link(UUID search) {
    return links.fresh(
        "/jobs/stop/", token -> store.insertStopLink(token.hash(), search, clock.instant()));
  }

  /** The search of a link, without any effect. */
  public Optional<SavedSearch> search(SecretToken token) {
    return store.stoppedBy(token.hash());
  }

  /** Whether there are mails about this search from now on. */
  @Transactional
  public void set(SavedSearch search, boolean wanted) {
    store.mails(search.id(), wanted, clock.instant());
    audit.record(
        "stop-link",
        null,
        wanted ? "insights.alert-resume" : "insights.alert-stop",
        "saved-search:" + search.id(),
        "");
  }
}
