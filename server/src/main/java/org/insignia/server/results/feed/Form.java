package org.insignia.server.results.feed;

import java.util.Set;

/**
 * The shapes of files that say something about candidates and their exams. Names are stored: add,
 * never rename.
 */
public enum Form {
  /** Our own: comma-separated, everything about a result in one row. */
  CANONICAL(
      Set.of(
          Field.PROVIDER,
          Field.RESULT,
          Field.CANDIDATE,
          Field.FIRST_NAME,
          Field.LAST_NAME,
          Field.EMAIL,
          Field.EXAM_CODE,
          Field.ENDED,
          Field.GRADE,
          Field.STATUS)),

  /**
   * Pearson VUE's {@code exam} file: tab-separated, results only; who the candidate is stands in
   * the other one.
   */
  PEARSON_EXAMS(
      Set.of(
          Field.REGISTRATION,
          Field.CANDIDATE,
          Field.EXAM_CODE,
          Field.ENDED,
          Field.GRADE,
          Field.NO_SHOW)),

  /**
   * The {@code cdd} file that the organisation sends to Pearson VUE: names and addresses of
   * candidates.
   */
  PEARSON_CANDIDATES(Set.of(Field.CANDIDATE, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL));

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Field> required;

  Form(Set<Field> required) {
    this.required = required;
  }

  /** The columns without which no row can be read. */
  Set<Field> required() {
    return required;
  }
}
