package org.insignia.server.api.credly.objects;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What programs said of a template beyond what every achievement has; kept as it was said, and
 * checked when it was.
 *
 * @param category as {@code type_category}; null where the achievement's own type says it
 * @param tags by which its organisation groups its templates
 * @param activityUrl where more is told about how it is earned; null: its page here
 * @param earnUrl where it is begun; null for nowhere
 * @param activities what has to be done, each with {@code id, title, activity_type} and so on
 * @param recommendations what to do next, each with {@code id, title, type, activity_url}
 * @param alignmentWords descriptions of alignments by their address
 * @param defaultExpiry when its badges expire unless said otherwise; null: never
 * @param changedAt when any of it was said last; null where nothing was said
 */
public record TemplateWords(
    @Nullable String category,
    List<String> tags,
    @Nullable String activityUrl,
    @Nullable String earnUrl,
    List<Map<String, Object>> activities,
    List<Map<String, Object>> recommendations,
    Map<String, String> alignmentWords,
    @Nullable Instant defaultExpiry,
    @Nullable Instant changedAt) {
  /** Nothing said. */
  public static final TemplateWords NONE =
      new TemplateWords(null, List.of(), null, null, List.of(), List.of(), Map.of(), null, null);

  public TemplateWords {
    tags = List.copyOf(tags);
    activities = List.copyOf(activities);
    recommendations = List.copyOf(recommendations);
    alignmentWords = Map.copyOf(alignmentWords);
  }
}
