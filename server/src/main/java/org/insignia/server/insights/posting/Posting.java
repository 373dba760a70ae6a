package org.insignia.server.insights.posting;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job posting as a feed gave it, read and checked; all text is plain and none of it is ever
 * HTML.
 *
 * @param sourceId what the feed calls it
 * @param employer as written in the feed; empty where the feed does not say
 * @param placeGiven the place as written in the feed
 * @param places what was understood of it, the first first; empty where nothing was
 * @param salary null where none is stated
 * @param employmentType as written in the feed, for example {@code Full-time}; may be empty
 * @param language BCP 47 of the text, for example {@code en}; empty where it could not be told
 * @param postedAt null where the feed does not say
 * @param validThrough after this it is closed; null where the feed does not say
 * @param applyUrl http or https; for the reader's browser alone, never asked by the server
 * @param tags the skills or keywords the feed itself names, as written
 * @param description paragraphs and list items on lines of their own
 */
public record Posting(
    String sourceId,
    String title,
    String employer,
    String placeGiven,
    List<Place> places,
    Workplace workplace,
    @Nullable Salary salary,
    Seniority seniority,
    String employmentType,
    String language,
    @Nullable Instant postedAt,
    @Nullable Instant validThrough,
    URI applyUrl,
    List<String> tags,
    String description) {
  public Posting {
    if (sourceId.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a posting has an id and a title");
    }
    if (!"https".equals(applyUrl.getScheme()) && !"http".equals(applyUrl.getScheme())) {
      throw new IllegalArgumentException("not a web address: " + applyUrl);
    }
    places = List.copyOf(places);
    tags = List.copyOf(tags);
  }

  /** The first place that was understood, else one of which nothing is known. */
  public Place place() {
    return places.isEmpty() ? new Place("", "", "") : places.getFirst();
  }
}
