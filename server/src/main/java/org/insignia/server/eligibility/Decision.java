package org.insignia.server.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.model.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What one person has earned: a pure function of a catalogue version and their results. The order
 * of results does not matter, nor do repeats; more results never take anything away.
 */
public final class Decision {
  private final CatalogVersion catalog;
  private final Judged judged;

  /** Certifications completed, legacy ones included: those count as prerequisites. */
  private final Map<String, Completion> held = new HashMap<>();

  private final Map<String, Earned> earned = new TreeMap<>();

  private Decision(CatalogVersion catalog, Collection<Taken> results) {
    this.catalog = catalog;
    this.judged = new Judged(catalog, results);
    for (Certification certification : catalog.certificationsInOrder()) {
      certification(certification);
    }
    for (Exam exam : catalog.exams()) {
      Taken first = judged.pass(exam.uid(), Instant.MIN);
      if (first != null && catalog.badge(exam) instanceof ExamBadge.Given) {
        earned.put(
            exam.uid(),
            new Earned(exam.uid(), Kind.EXAM, first.takenAt(), null, List.of(first.id())));
      }
    }
  }

  /**
   * Decides.
   *
   * @param results of one person, from all providers
   */
  public static Decision of(CatalogVersion catalog, Collection<Taken> results) {
    return new Decision(catalog, results);
  }

  /** By uid. */
  public List<Earned> awards() {
    return List.copyOf(earned.values());
  }

  /** What was earned for an exam or certification, also by a former uid. */
  public Optional<Earned> award(String uid) {
    return Optional.ofNullable(earned.get(catalog.uid(uid)));
  }

  /** Why an exam's or certification's badge was given or not. */
  public Explanation explain(String uid) {
    return new Explainer(catalog, this, judged).explain(catalog.uid(uid));
  }

  /**
   * Certifications that give nothing (yet), of which an exam that they name was sat or has a result
   * to come, whether or not it was passed; by uid.
   */
  public List<Explanation> begun() {
    return catalog.certifications().stream()
        .filter(certification -> !earned.containsKey(certification.uid()) && begun(certification))
        .map(certification -> explain(certification.uid()))
        .toList();
  }

  private boolean begun(Certification certification) {
    Requirement requires = certification.requires();
    return requires != null && requires.exams().anyMatch(judged::isSat);
  }

  @Nullable Completion held(String uid) {
    return held.get(catalog.uid(uid));
  }

  private void certification(Certification certification) {
    Requirement requires = certification.requires();
    if (requires == null) {
      return;
    }
    Completion completion = completion(requires, Instant.MIN);
    if (completion == null || isLate(completion.at(), certification)) {
      return;
    }
    held.put(certification.uid(), completion);
    if (!certification.legacy()) {
      earned.put(certification.uid(), earned(certification, requires, completion));
    }
  }

  private static boolean isLate(Instant at, Certification certification) {
    LocalDate retirement = certification.retirement();
    return retirement != null && LocalDate.ofInstant(at, ZoneOffset.UTC).isAfter(retirement);
  }

  private Earned earned(Certification certification, Requirement requires, Completion completion) {
    Validity validity =
        catalog
            .rules()
            .validity(certification)
            .map(period -> new Validity(period, catalog.rules().renewalWindow(), completion))
            .orElse(null);
    if (validity == null) {
      return new Earned(
          certification.uid(), Kind.CERTIFICATION, completion.at(), null, completion.results());
    }
    String renewal = certification.renewalUid();
    validity.renew(
        renewal == null ? List.of() : judged.passes(renewal),
        lapsed -> completion(requires, lapsed));
    return new Earned(
        certification.uid(),
        Kind.CERTIFICATION,
        completion.at(),
        validity.until(),
        validity.results());
  }

  /**
   * The earliest completion; null where the requirement is not met.
   *
   * @param after exams passed until then do not count
   */
  private @Nullable Completion completion(Requirement requirement, Instant after) {
    return switch (requirement) {
      case Requirement.ExamPassed passed -> {
        Taken taken = judged.pass(passed.uid(), after);
        yield taken == null ? null : Completion.of(taken);
      }
      case Requirement.CertificationHeld needed -> held(needed.uid());
      case Requirement.Combination combination -> {
        List<Completion> parts = new ArrayList<>();
        for (Requirement part : combination.of()) {
          Completion completion = completion(part, after);
          if (completion != null) {
            parts.add(completion);
          }
        }
        parts.sort(Completion.EARLIEST);
        yield parts.size() < combination.needed()
            ? null
            : Completion.together(parts.subList(0, combination.needed()));
      }
    };
  }
}
