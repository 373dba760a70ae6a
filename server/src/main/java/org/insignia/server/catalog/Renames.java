package org.insignia.server.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamCode;
import org.insignia.server.catalog.model.Renewal;
import org.insignia.server.catalog.model.Role;
import org.insignia.server.catalog.source.Fact;

/**
 * Finds that a new uid is an old thing renamed: an exam of the same number but for punctuation, a
 * certification of the same title and type. What stands in one edition side by side is never taken
 * for the same.
 */
final class Renames {
  private final CatalogState state;
  private final Map<String, Set<String>> titles = new HashMap<>();
  private final Map<String, Fact.Edition> newest = new HashMap<>();

  Renames(CatalogState state, List<Fact> facts) {
    this.state = state;
    for (Fact fact : facts) {
      if (fact instanceof Fact.EntryFact) {
        newest.merge(fact.uid(), fact.edition(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      } else if (fact instanceof Fact.TextFact text && text.text().title() != null) {
        titles.computeIfAbsent(fact.uid(), _ -> new HashSet<>()).add(text.text().title());
      }
    }
  }

  /** What a fact with an unknown uid turns out to be. */
  sealed interface Outcome {
    record New() implements Outcome {}

    /** The known entry now goes by the fact's uid. */
    record RenamedFrom(String uid) implements Outcome {}

    /** The fact's uid is a former name of the known entry, from an older edition. */
    record FormerNameOf(String uid) implements Outcome {}

    /** Both are in use at once under one number: the fact cannot be taken. */
    record Clash(String uid) implements Outcome {}
  }

  Outcome of(Fact.EntryFact fact) {
    return switch (fact.entry()) {
      case Exam exam -> exam(exam, fact);
      case Certification certification -> certification(certification, fact);
      case Renewal _, Role _ -> new Outcome.New();
    };
  }

  private Outcome exam(Exam exam, Fact.EntryFact fact) {
    String key = ExamCode.key(exam.number());
    for (CatalogState.Stored stored : state.entries.values()) {
      if (stored.entry() instanceof Exam known && ExamCode.key(known.number()).equals(key)) {
        return besides(known.uid(), fact) ? new Outcome.Clash(known.uid()) : order(stored, fact);
      }
    }
    return new Outcome.New();
  }

  private Outcome certification(Certification certification, Fact.EntryFact fact) {
    List<CatalogState.Stored> alike =
        state.entries.values().stream()
            .filter(stored ->
                stored.entry() instanceof Certification known && alike(known, certification))
            .toList();
    if (alike.size() != 1 || newest.containsKey(alike.getFirst().entry().uid())) {
      return new Outcome.New();
    }
    return order(alike.getFirst(), fact);
  }

  private boolean alike(Certification known, Certification certification) {
    return known.type().equals(certification.type())
        && known.legacy() == certification.legacy()
        && state.textsOf(known.uid()).values().stream()
            .anyMatch(text ->
                text.text().title() != null
                    && titles
                        .getOrDefault(certification.uid(), Set.of())
                        .contains(text.text().title()));
  }

  private static Outcome order(CatalogState.Stored known, Fact.EntryFact fact) {
    return fact.edition().date().isBefore(known.edition().date())
        ? new Outcome.FormerNameOf(known.entry().uid())
        : new Outcome.RenamedFrom(known.entry().uid());
  }

  /** Whether this import uses the known uid as well, in an edition not older than the fact's. */
  private boolean besides(String uid, Fact.EntryFact fact) {
    Fact.Edition inImport = newest.get(uid);
    return inImport != null && !inImport.date().isBefore(fact.edition().date());
  }

  static Entry named(Entry entry, String uid) {
    return switch (entry) {
      case Exam exam -> exam.named(uid, exam.title());
      case Certification certification -> certification.named(uid, certification.title());
      case Renewal renewal ->
          new Renewal(uid, renewal.certificationUid(), renewal.minutes(), renewal.exams());
      case Role role -> new Role(uid, role.certifications(), role.paths());
    };
  }
}
