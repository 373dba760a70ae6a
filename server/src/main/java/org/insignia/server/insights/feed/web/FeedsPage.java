package org.insignia.server.insights.feed.web;

import java.util.List;
import org.insignia.server.insights.feed.Feed;

/**
 * All feeds.
 *
 * @param counting how many postings count, over all feeds
 * @param removed whether one was just removed
 */
public record FeedsPage(List<Feed> feeds, long counting, boolean removed) {
  public FeedsPage {
    feeds = List.copyOf(feeds);
  }

  /** How many need somebody. */
  public long stale() {
    return feeds.stream().filter(Feed::isStale).count();
  }
}
