package org.insignia.server.catalog;

import java.util.List;
import java.util.Set;
import org.insignia.server.catalog.CatalogState.Stated;
import org.insignia.server.catalog.CatalogState.Stored;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What a certification requires, weighed from what is stated outright and what its page lists.
 *
 * @param outdated the page has listed other exams since the statement was written
 */
record ResolvedRequirement(@Nullable Requirement requires, Basis basis, boolean outdated) {

  /** A page lists at most three exams: with fewer, and no prerequisite, the list is whole. */
  private static final int LONGEST_LIST = 3;

  static ResolvedRequirement of(Stored stored, Certification page, @Nullable Stated stated) {
    ResolvedRequirement listed = listed(page);
    if (stated == null) {
      return listed;
    }
    boolean outdated =
        stored.edition().date().isAfter(stated.date())
            && !stated.listed().isEmpty()
            && !Set.copyOf(stated.listed()).equals(Set.copyOf(page.exams()));
    if (outdated && listed.basis() == Basis.SINGLE_EXAM) {
      return listed;
    }
    return new ResolvedRequirement(stated.requires(), stated.basis(), outdated);
  }

  private static ResolvedRequirement listed(Certification page) {
    List<Requirement> exams =
        page.exams().stream().<Requirement>map(Requirement.ExamPassed::new).toList();
    if (!page.prerequisites().isEmpty() || exams.isEmpty() || exams.size() >= LONGEST_LIST) {
      return new ResolvedRequirement(null, Basis.INCOMPLETE, false);
    }
    return exams.size() == 1
        ? new ResolvedRequirement(exams.getFirst(), Basis.SINGLE_EXAM, false)
        : new ResolvedRequirement(Requirement.all(exams), Basis.LISTED_EXAMS_ALL, false);
  }
}
