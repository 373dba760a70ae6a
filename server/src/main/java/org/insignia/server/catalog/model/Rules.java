package org.insignia.server.catalog.model;

import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * How an organisation turns passed exams into badges.
 *
 * @param examBadges which exams give a badge of their own
 * @param singleExam what is given where one exam alone gives a certification
 * @param lateResults whether a result after an exam's retirement counts
 * @param validityByType how long a certification of that type is valid; types not named never
 *     expire
 * @param validityByUid the same for single certifications; wins over the type. A period of zero
 *     means for ever
 * @param renewalWindow how long before its end a certification can be renewed
 */
public record Rules(
    ExamBadges examBadges,
    SingleExam singleExam,
    LateResults lateResults,
    Map<String, Period> validityByType,
    Map<String, Period> validityByUid,
    Period renewalWindow) {

  /** What holds for an organisation that has said nothing (product.md 1.2). */
  public static final Rules DEFAULT =
      new Rules(
          ExamBadges.ONE_OF_SEVERAL,
          SingleExam.CERTIFICATION_ONLY,
          LateResults.DO_NOT_COUNT,
          Map.of(),
          Map.of(),
          Period.ofMonths(6));

  public Rules {
    validityByType = Map.copyOf(validityByType);
    validityByUid = Map.copyOf(validityByUid);
  }

  /** Which exams give a badge. */
  public enum ExamBadges {
    /** Those that are one of several that a certification needs. */
    ONE_OF_SEVERAL,
    NONE
  }

  /** Where one exam gives a certification. */
  public enum SingleExam {
    /** The certification badge instead of the exam badge. */
    CERTIFICATION_ONLY,
    BOTH
  }

  /** Results later than the exam's retirement. */
  public enum LateResults {
    DO_NOT_COUNT,
    COUNT
  }

  /** How long the certification is valid; empty means for ever. */
  public Optional<Period> validity(Certification certification) {
    Period period = validityByUid.get(certification.uid());
    if (period == null) {
      period = validityByType.get(certification.type());
    }
    return Optional.ofNullable(period).filter(p -> !p.isZero() && !p.isNegative());
  }
}
