package org.insignia.server.catalog.model;

import java.util.List;

/** What passing an exam gives by itself, under an organisation's rules. */
public sealed interface ExamBadge {
  /** A badge of its own: it is one of several that these certifications need. */
  record Given(List<String> certifications) implements ExamBadge {}

  /** No exam badge, since passing it gives these certifications at once. */
  record CertificationInstead(List<String> certifications) implements ExamBadge {}

  /** No badge, because. */
  record None(Why why) implements ExamBadge {}

  /** Why an exam gives nothing. */
  enum Why {
    LEGACY,
    /** No certification that can give a badge needs it. */
    NOT_NEEDED,
    /** The organisation gives no exam badges. */
    RULE
  }
}
