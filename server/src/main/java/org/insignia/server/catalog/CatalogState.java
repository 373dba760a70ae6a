package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.source.Fact.Edition;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that an import may change, as maps by uid; the merge works on a copy, the store saves the
 * difference.
 */
final class CatalogState {
  final Map<String, Stored> entries = new TreeMap<>();
  final Map<String, Stated> stated = new TreeMap<>();
  final Map<String, Map<String, Text>> texts = new TreeMap<>();

  /** Former uid to present uid. */
  final Map<String, String> aliases = new TreeMap<>();

  /** Titles of what is kept by hand, by uid. */
  final Map<String, Map<Language, String>> byHand = new TreeMap<>();

  /** An entry and the edition that it was last read from. */
  record Stored(Edition edition, Entry entry) {}

  /** What a source says outright that a certification requires; null where it says: unclear. */
  record Stated(LocalDate date, @Nullable Requirement requires, Basis basis, List<String> listed) {}

  /** The texts of one locale. */
  record Text(LocalDate date, EntryText text) {}

  CatalogState copy() {
    CatalogState copy = new CatalogState();
    copy.entries.putAll(entries);
    copy.stated.putAll(stated);
    texts.forEach((uid, byLocale) -> copy.texts.put(uid, new HashMap<>(byLocale)));
    copy.aliases.putAll(aliases);
    copy.byHand.putAll(byHand);
    return copy;
  }

  String uid(String uid) {
    String present = uid;
    for (int hops = 0; hops < 50 && !entries.containsKey(present); hops++) {
      String next = aliases.get(present);
      if (next == null) {
        return present;
      }
      present = next;
    }
    return present;
  }

  Map<String, Text> textsOf(String uid) {
    return texts.getOrDefault(uid, Map.of());
  }

  List<Certification> certifications() {
    return entries.values().stream()
        .map(Stored::entry)
        .filter(Certification.class::isInstance)
        .map(Certification.class::cast)
        .toList();
  }

  /** Entries alone, by uid. */
  Map<String, Entry> plainEntries() {
    Map<String, Entry> plain = new LinkedHashMap<>();
    entries.forEach((uid, stored) -> plain.put(uid, stored.entry()));
    return plain;
  }

  /** Moves everything known under one uid to another and remembers the former. */
  void rename(String from, String to) {
    Stored stored = entries.remove(from);
    if (stored == null) {
      throw new IllegalStateException("no entry to rename: " + from);
    }
    entries.put(to, new Stored(stored.edition(), Renames.named(stored.entry(), to)));
    Stated requirement = stated.remove(from);
    if (requirement != null) {
      stated.put(to, requirement);
    }
    Map<String, Text> moved = texts.remove(from);
    if (moved != null) {
      texts.put(to, moved);
    }
    aliases.remove(to);
    aliases.put(from, to);
  }
}
