package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.server.catalog.CatalogState.Stated;
import org.insignia.server.catalog.CatalogState.Stored;
import org.insignia.server.catalog.CatalogState.Text;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.CertificationOrder;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.source.Fact;
import org.insignia.server.catalog.source.Problems;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * Lays facts over a catalogue, oldest edition first, so that neither the order of files nor a
 * second import matters. Pure: no database, no clock.
 */
final class CatalogMerge {
  private final CatalogState before;
  private final CatalogState after;
  private final Problems problems;
  private final Map<String, Fact.Origin> requirementOrigins = new HashMap<>();

  /** Uids that the facts speak of, as they are called afterwards. */
  private final Set<String> touched = new LinkedHashSet<>();

  private final Set<String> refused = new HashSet<>();

  /** Present uid to the uid it had before this import. */
  private final Map<String, String> renamed = new HashMap<>();

  CatalogMerge(CatalogState before, Problems problems) {
    this.before = before;
    this.after = before.copy();
    this.problems = problems;
  }

  CatalogMerge apply(List<Fact> facts) {
    List<Fact> ordered = facts.stream().sorted(Comparator.comparing(Fact::edition)).toList();
    Renames renames = new Renames(after, facts);
    for (Fact fact : ordered) {
      if (fact instanceof Fact.EntryFact entry) {
        entry(entry, renames);
      }
    }
    for (Fact fact : ordered) {
      switch (fact) {
        case Fact.EntryFact _ -> {}
        case Fact.RequirementFact requirement -> requirement(requirement);
        case Fact.TextFact text -> text(text);
      }
    }
    finish();
    References.check(ordered, after, problems);
    return this;
  }

  /** Lays what staff want over the catalogue: it counts more than what any edition says. */
  CatalogMerge apply(EntryEdit edit) {
    String uid = edit.entry().uid();
    Stored known = after.entries.get(uid);
    Fact.Edition edition =
        known == null ? new Fact.Edition(LocalDate.EPOCH, "en") : known.edition();
    touched.add(uid);
    after.byHand.put(uid, edit.titles());
    after.entries.put(uid, new Stored(edition, edit.entry()));
    if (edit.entry() instanceof Certification) {
      Stated stated = after.stated.get(uid);
      LocalDate date = stated == null ? edition.date() : stated.date();
      Basis basis = edit.requires() == null ? Basis.INCOMPLETE : Basis.STATED;
      after.stated.put(uid, new Stated(date, edit.requires(), basis, List.of()));
      requirementOrigins.put(uid, new Fact.Origin("", 0));
    }
    finish();
    return this;
  }

  /** Says once of each entry that is kept by hand that the files' words on it were left out. */
  private boolean isKept(String uid, Fact fact) {
    if (!before.byHand.containsKey(uid)) {
      return false;
    }
    if (refused.add(uid)) {
      problems.add(fact.origin(), Reason.KEPT_BY_HAND, uid);
    }
    return true;
  }

  CatalogState after() {
    return after;
  }

  CatalogChanges changes() {
    return CatalogChanges.between(before, after, touched, renamed);
  }

  private void entry(Fact.EntryFact fact, Renames renames) {
    String uid = after.uid(fact.uid());
    if (!after.entries.containsKey(uid)) {
      switch (renames.of(fact)) {
        case Renames.Outcome.New _ -> {}
        case Renames.Outcome.RenamedFrom known -> {
          if (before.byHand.containsKey(known.uid())) {
            after.aliases.put(uid, known.uid());
            uid = known.uid();
          } else {
            rename(known.uid(), uid);
          }
        }
        case Renames.Outcome.FormerNameOf known -> {
          after.aliases.put(uid, known.uid());
          uid = known.uid();
        }
        case Renames.Outcome.Clash known -> {
          refused.add(uid);
          problems.add(fact.origin(), Reason.SAME_NUMBER, uid + ", " + known.uid());
          return;
        }
      }
    }
    if (isKept(uid, fact)) {
      return;
    }
    Stored stored = after.entries.get(uid);
    if (stored != null && stored.entry().kind() != fact.entry().kind()) {
      problems.add(fact.origin(), Reason.OTHER_KIND, uid + ": " + stored.entry().kind());
      return;
    }
    touched.add(uid);
    if (stored == null || fact.edition().compareTo(stored.edition()) >= 0) {
      after.entries.put(uid, new Stored(fact.edition(), Renames.named(fact.entry(), uid)));
    }
  }

  private void rename(String from, String to) {
    after.rename(from, to);
    touched.remove(from);
    renamed.put(to, renamed.getOrDefault(from, from));
  }

  private void requirement(Fact.RequirementFact fact) {
    String uid = after.uid(fact.uid());
    if (isKept(uid, fact)) {
      return;
    }
    Stored stored = after.entries.get(uid);
    if (stored == null || !(stored.entry() instanceof Certification)) {
      problems.add(fact.origin(), Reason.UNKNOWN_ENTRY, fact.uid());
      return;
    }
    touched.add(uid);
    Stated known = after.stated.get(uid);
    LocalDate date = fact.edition().date();
    if (known == null || !date.isBefore(known.date())) {
      after.stated.put(uid, new Stated(date, fact.requires(), fact.basis(), fact.listedExams()));
      requirementOrigins.put(uid, fact.origin());
    }
  }

  private void text(Fact.TextFact fact) {
    String uid = after.uid(fact.uid());
    if (!after.entries.containsKey(uid)) {
      if (!refused.contains(uid)) {
        problems.add(fact.origin(), Reason.UNKNOWN_ENTRY, fact.uid());
      }
      return;
    }
    if (isKept(uid, fact)) {
      return;
    }
    touched.add(uid);
    Map<String, Text> byLocale = after.texts.computeIfAbsent(uid, _ -> new HashMap<>());
    Text known = byLocale.get(fact.edition().locale());
    LocalDate date = fact.edition().date();
    byLocale.put(fact.edition().locale(), merged(known, new Text(date, fact.text())));
  }

  private static Text merged(@Nullable Text known, Text incoming) {
    if (known == null) {
      return incoming;
    }
    return incoming.date().isBefore(known.date()) || lesser(incoming, known)
        ? new Text(known.date(), known.text().orElse(incoming.text()))
        : new Text(incoming.date(), incoming.text().orElse(known.text()));
  }

  /** Rows of exams repeat their title and skills, less carefully than the rows of texts. */
  private static boolean lesser(Text incoming, Text known) {
    return incoming.date().equals(known.date())
        && incoming.text().subTitle() == null
        && known.text().subTitle() != null;
  }

  private void finish() {
    after.entries.replaceAll((uid, stored) -> new Stored(stored.edition(), titled(uid, stored)));
    requirements(true);
    List<String> circle;
    while (!(circle = CertificationOrder.circle(after.certifications(), after::uid)).isEmpty()) {
      refuseOneOf(circle);
      requirements(false);
    }
  }

  private Entry titled(String uid, Stored stored) {
    Map<Language, String> own = after.byHand.get(uid);
    String title = own == null ? EnglishTitle.of(after.textsOf(uid)) : EntryEdit.title(own);
    return switch (stored.entry()) {
      case Exam exam -> title.isEmpty() ? exam : exam.named(uid, title);
      case Certification known ->
          known.named(
              uid,
              !title.isEmpty() ? title : known.title().isEmpty() ? known.slug() : known.title());
      case Entry other -> other;
    };
  }

  private void requirements(boolean first) {
    after.entries.replaceAll((uid, stored) -> {
      if (!(stored.entry() instanceof Certification certification)) {
        return stored;
      }
      Stated stated = after.stated.get(uid);
      ResolvedRequirement found = ResolvedRequirement.of(stored, certification, stated);
      if (first && found.outdated() && touched.contains(uid) && stated != null) {
        Fact.Origin origin = requirementOrigins.getOrDefault(uid, new Fact.Origin("", 0));
        problems.add(origin, Reason.OLD_REQUIREMENT, uid + ": " + stated.date());
      }
      return new Stored(stored.edition(), certification.requiring(found.requires(), found.basis()));
    });
  }

  /** Takes back one statement of the circle, if possible one that this import made. */
  private void refuseOneOf(List<String> circle) {
    String culprit =
        circle.stream()
            .filter(requirementOrigins::containsKey)
            .reduce((_, last) -> last)
            .orElse(circle.getFirst());
    Fact.Origin origin = requirementOrigins.remove(culprit);
    problems.add(
        origin == null ? new Fact.Origin("", 0) : origin,
        Reason.CIRCULAR,
        String.join(" → ", circle));
    Stated earlier = before.stated.get(renamed.getOrDefault(culprit, culprit));
    if (origin != null && earlier != null) {
      after.stated.put(culprit, earlier);
    } else {
      after.stated.remove(culprit);
    }
  }
}
