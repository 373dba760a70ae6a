package org.insignia.server.catalog.model;

import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * An exam or certification as staff want it, whatever any source says.
 *
 * @param titles by language, at least one; English stands in the catalogue where there is one
 * @param requires what a certification needs; null for exams, and where that is not decided
 */
public record EntryEdit(Entry entry, Map<Language, String> titles, @Nullable Requirement requires) {
  public EntryEdit {
    titles = Map.copyOf(titles);
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("no title: " + entry.uid());
    }
  }

  /** The title in the catalogue. */
  public static String title(Map<Language, String> titles) {
    for (var language : Language.all()) {
      String title = titles.get(language);
      if (title != null) {
        return title;
      }
    }
    return "";
  }
}
