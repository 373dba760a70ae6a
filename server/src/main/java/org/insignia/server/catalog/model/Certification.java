package org.insignia.server.catalog.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of exams gives.
 *
 * @param type the programme, as role-based, fundamentals, mos; decides the look and the validity
 * @param exams uids that its page lists: at most three there, so not by themselves the requirement
 * @param prerequisites uids of certifications that its page names
 * @param retirement the last day (UTC) on which it could be completed; null while it is active
 * @param legacy never gives a badge
 * @param requires what must be held; null where no source states it, then nothing is decided
 */
public record Certification(
    String uid,
    String slug,
    String title,
    String type,
    List<String> levels,
    List<String> roles,
    List<String> products,
    List<String> exams,
    List<String> prerequisites,
    @Nullable String renewalUid,
    String iconUrl,
    @Nullable LocalDate retirement,
    boolean legacy,
    @Nullable Requirement requires,
    Basis basis)
    implements Entry {
  public Certification {
    levels = List.copyOf(levels);
    roles = List.copyOf(roles);
    products = List.copyOf(products);
    exams = List.copyOf(exams);
    prerequisites = List.copyOf(prerequisites);
  }

  /** Where its requirement was read. Names are stored: add, never rename. */
  public enum Basis {
    SINGLE_EXAM,
    LISTED_EXAMS_ALL,
    SUMMARY_PROSE,
    INFERRED,
    /** The source contradicts itself: not decided automatically. */
    AMBIGUOUS,
    /** Its page lists only some exams or says nothing of how they combine: not decided. */
    INCOMPLETE,
    /** Stated by a person or a source that does not say how it knows. */
    STATED
  }

  public Certification named(String newUid, String newTitle) {
    return new Certification(
        newUid,
        slug,
        newTitle,
        type,
        levels,
        roles,
        products,
        exams,
        prerequisites,
        renewalUid,
        iconUrl,
        retirement,
        legacy,
        requires,
        basis);
  }

  public Certification requiring(@Nullable Requirement newRequires, Basis newBasis) {
    return new Certification(
        uid,
        slug,
        title,
        type,
        levels,
        roles,
        products,
        exams,
        prerequisites,
        renewalUid,
        iconUrl,
        retirement,
        legacy,
        newRequires,
        newBasis);
  }
}
