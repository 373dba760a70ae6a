package org.insignia.openbadges.report;

/**
 * What one step found. A negative finding is a value, not an exception: the caller must show it.
 * Details are English and hold no personal data.
 */
public sealed interface Finding {
  Step step();

  /** What was looked at, or why. */
  String detail();

  /** The step was taken and all is well. */
  record Passed(Step step, String detail) implements Finding {}

  /** The step was taken and something is wrong. */
  record Failed(Step step, Reason reason, String detail) implements Finding {}

  /** The step could not be taken to its end; whether all is well is not known. */
  record Unchecked(Step step, Reason reason, String detail) implements Finding {}

  /** There is nothing for this step to look at. */
  record Skipped(Step step, String detail) implements Finding {}
}
