package org.insignia.server.api.credly.objects;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program said when it issued a badge, beyond what every badge has; kept so that it is
 * answered as it was said.
 *
 * @param locale as it was written; null: as the badge's language
 * @param evidence each as it was said, checked
 */
public record Said(
    String firstName,
    @Nullable String middleName,
    String lastName,
    @Nullable String locale,
    @Nullable String country,
    @Nullable String region,
    List<Map<String, Object>> evidence) {
  public Said {
    evidence = List.copyOf(evidence);
  }

  /** What is known of a badge that came about otherwise. */
  public static Said ofName(String name) {
    var whole = name.strip();
    int last = whole.lastIndexOf(' ');
    return last < 0
        ? new Said(whole, null, "", null, null, null, List.of())
        : new Said(
            whole.substring(0, last).strip(),
            null,
            whole.substring(last + 1),
            null,
            null,
            null,
            List.of());
  }
}
