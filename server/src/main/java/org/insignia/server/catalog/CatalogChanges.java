package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.server.catalog.ImportReport.Item;
import org.insignia.server.catalog.ImportReport.Renamed;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.jspecify.annotations.Nullable;

/** What differs between two states, seen from the entries that an import speaks of. */
record CatalogChanges(
    List<Item> added,
    List<Item> changed,
    List<Renamed> renamed,
    List<Item> retired,
    List<Item> unchanged) {

  static CatalogChanges between(
      CatalogState before, CatalogState after, Set<String> touched, Map<String, String> renamed) {
    CatalogChanges changes =
        new CatalogChanges(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String uid : new TreeSet<>(touched)) {
      String former = renamed.getOrDefault(uid, uid);
      CatalogState.Stored stored = after.entries.get(uid);
      if (stored != null) {
        changes.sort(stored.entry(), before, after, former);
      }
    }
    return changes;
  }

  private void sort(Entry entry, CatalogState before, CatalogState after, String former) {
    Item item = new Item(entry.kind(), entry.uid());
    CatalogState.Stored known = before.entries.get(former);
    if (known == null) {
      added.add(item);
    } else if (!former.equals(entry.uid())) {
      renamed.add(new Renamed(entry.kind(), former, entry.uid()));
    } else if (retirement(known.entry()) == null && retirement(entry) != null) {
      retired.add(item);
    } else if (!known.entry().equals(entry)
        || differ(before.textsOf(former), after.textsOf(entry.uid()))) {
      changed.add(item);
    } else {
      unchanged.add(item);
    }
  }

  private static boolean differ(
      Map<String, CatalogState.Text> before, Map<String, CatalogState.Text> after) {
    return !before.keySet().equals(after.keySet())
        || after.entrySet().stream()
            .anyMatch(entry -> {
              CatalogState.Text known = before.get(entry.getKey());
              return known == null || !known.text().equals(entry.getValue().text());
            });
  }

  private static @Nullable LocalDate retirement(Entry entry) {
    return switch (entry) {
      case Exam exam -> exam.retirement();
      case Certification certification -> certification.retirement();
      case Entry _ -> null;
    };
  }
}
