package org.insignia.server.catalog.entries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.handmade.Foresight;
import org.insignia.server.catalog.staff.Faults;
import org.jspecify.annotations.Nullable;

/**
 * By which rules results become badges.
 *
 * @param titles of certifications, by uid
 * @param effect what saving would do; null where that was not asked for
 * @param effects the same by exam or certification
 * @param saved whether it was saved just now
 */
public record RulesPage(
    String slug,
    String organisation,
    RulesForm form,
    Map<String, String> titles,
    Foresight.@Nullable Effect effect,
    List<Row> effects,
    boolean mayChange,
    boolean saved,
    Faults faults) {
  public RulesPage {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    effects = List.copyOf(effects);
  }

  /** What would become of one badge. */
  public record Row(String title, int given, int kept) {}

  /** Where the form is sent. */
  public String path() {
    return "/console/" + slug + "/rules";
  }
}
