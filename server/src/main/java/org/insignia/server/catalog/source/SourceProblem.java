package org.insignia.server.catalog.source;

/**
 * Something in a file that a person should know.
 *
 * @param line from 1; 0 where it concerns the whole file
 * @param detail the values that decided, in no language
 */
public record SourceProblem(String file, int line, Reason reason, String detail) {
  private static final int LONGEST_DETAIL = 300;

  public SourceProblem {
    if (detail.length() > LONGEST_DETAIL) {
      detail = detail.substring(0, LONGEST_DETAIL) + "…";
    }
  }

  /** Whether something was left out because of it. */
  public Severity severity() {
    return reason.severity;
  }

  /** What became of the row. */
  public enum Severity {
    /** The file, row or member was left out. */
    REFUSED,
    /** The row was taken, and somebody should look at it. */
    NOTICE
  }

  /** Why. Names are stored and are keys of texts: add, never rename. */
  public enum Reason {
    UNREADABLE_FILE(Severity.REFUSED),
    UNKNOWN_FILE(Severity.REFUSED),
    TOO_LARGE(Severity.REFUSED),
    NOT_UTF8(Severity.REFUSED),
    NOT_JSON(Severity.REFUSED),
    NOT_YAML(Severity.REFUSED),
    UNKNOWN_ROW(Severity.REFUSED),
    MISSING_MEMBER(Severity.REFUSED),
    WRONG_TYPE(Severity.REFUSED),
    WRONG_REQUIREMENT(Severity.REFUSED),
    CIRCULAR(Severity.REFUSED),
    UNKNOWN_ENTRY(Severity.REFUSED),
    SAME_NUMBER(Severity.REFUSED),
    OTHER_KIND(Severity.REFUSED),
    /** Staff keeps the entry by hand; what the files say of it was left out. */
    KEPT_BY_HAND(Severity.REFUSED),
    NOT_A_DATE(Severity.NOTICE),
    PLACEHOLDER(Severity.NOTICE),
    SKILL_IS_NOTICE(Severity.NOTICE),
    UNKNOWN_REFERENCE(Severity.NOTICE),
    OLD_REQUIREMENT(Severity.NOTICE);

    private final Severity severity;

    Reason(Severity severity) {
      this.severity = severity;
    }
  }
}
