package org.insignia.server.verification.view;

import java.util.EnumSet;
import java.util.Set;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;

/** The colour and sign of a word; the word itself always stands beside it. */
final class Tone {
  /** Steps whose failure is to be known and makes nothing invalid. */
  private static final Set<Step> BY_THEMSELVES_HARMLESS =
      EnumSet.of(Step.CONFORMANCE, Step.ENDORSEMENTS, Step.TRUST);

  private Tone() {}

  static String of(Verdict verdict) {
    return switch (verdict) {
      case VALID -> "good";
      case INVALID, REVOKED -> "bad";
      case UNKNOWN_ISSUER, SUSPENDED, EXPIRED, NOT_YET_VALID -> "warn";
      case UNCHECKED -> "open";
    };
  }

  static String of(Finding finding) {
    return switch (finding) {
      case Finding.Passed passed -> "good";
      case Finding.Failed failed -> BY_THEMSELVES_HARMLESS.contains(failed.step()) ? "warn" : "bad";
      case Finding.Unchecked open -> "open";
      case Finding.Skipped skipped -> "none";
    };
  }
}
