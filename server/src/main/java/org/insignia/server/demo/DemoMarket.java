package org.insignia.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.insignia.server.insights.feed.FeedSettings;
import org.insignia.server.insights.feed.Feeds;
import org.insignia.server.insights.feed.FileImports;
import org.insignia.server.insights.feed.Outcome;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.Indexing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labour market around the demo's badges: one feed of invented postings, handed in as a file.
 */
@Component
final class DemoMarket {
  private static final Logger LOG = LoggerFactory.getLogger(DemoMarket.class);
  private static final String FEED = "Meridian job fair";
  private static final String ATTRIBUTION =
      "Invented postings of invented employers, for the demo only.";

  private final FileImports imports;
  private final Feeds feeds;
  private final Indexing indexing;
  private final JsonMapper json;
  private final Clock clock;

  DemoMarket(FileImports imports, Feeds feeds, Indexing indexing, JsonMapper json, Clock clock) {
    this.imports = imports;
    this.feeds = feeds;
    this.indexing = indexing;
    this.json = json;
    this.clock = clock;
  }

  /** Loads the postings as {@code import jobs} does, and waits until they can be searched. */
  void lay(String actor) {
    var wish = new FileImports.Wish(FEED, FeedKind.JSON_LINES, "", "", "", true, false);
    try (var file = DemoPostings.asOf(clock.instant(), json)) {
      var imported = imports.take(actor, wish, file);
      if (imported.run().outcome() != Outcome.GOOD || imported.run().refused() > 0) {
        throw new IllegalStateException("the demo's postings were not taken: " + imported);
      }
      var feed = imported.feed();
      feeds.change(actor, feed.id(), attributed(feed.settings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      indexing.catchUp();
    } catch (IndexUnavailable later) {
      LOG.warn("the demo's postings are found as soon as the search cluster answers");
    }
  }

  private static FeedSettings attributed(FeedSettings plain) {
    return new FeedSettings(
        plain.name(),
        plain.kind(),
        plain.address(),
        plain.interval(),
        plain.employer(),
        plain.country(),
        ATTRIBUTION,
        plain.active());
  }
}
