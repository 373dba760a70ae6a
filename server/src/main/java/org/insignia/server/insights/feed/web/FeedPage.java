package org.insignia.server.insights.feed.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.FeedRun;
import org.insignia.server.insights.feed.FeedWish;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.reading.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One feed: how it is, what its runs did, and its settings.
 *
 * @param feed null while it is being added
 * @param refusals of the latest run that has any
 * @param faults name of the field to the key of a text
 * @param done text key of what was just done; empty where nothing was
 */
public record FeedPage(
    @Nullable Feed feed,
    List<FeedRun> runs,
    List<Refusal> refusals,
    FeedWish wish,
    Map<String, String> faults,
    String done) {
  public FeedPage {
    runs = List.copyOf(runs);
    refusals = List.copyOf(refusals);
    faults = Map.copyOf(faults);
  }

  /** Where the form goes. */
  public String action() {
    return feed == null ? "/console/feeds" : "/console/feeds/" + feed.id();
  }

  /** All kinds. */
  public List<FeedKind> kinds() {
    return List.of(FeedKind.values());
  }

  /** The key of the text about a field; empty where it is right. */
  public String fault(String field) {
    return faults.getOrDefault(field, "");
  }

  /** The last part of the key of a fault's text. */
  public static String part(Refusal refusal) {
    return refusal.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
