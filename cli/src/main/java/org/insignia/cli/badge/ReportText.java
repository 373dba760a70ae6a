package org.insignia.cli.badge;

import java.io.PrintWriter;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Report;
import org.jspecify.annotations.Nullable;

/** A report for people at a terminal. */
final class ReportText {
  private ReportText() {}

  static void print(String input, Report report, PrintWriter out) {
    out.println(plain(input) + ": " + sentence(report));
    out.println(
        "  authentic: " + word(report.authentic()) + ", conformant: " + word(report.conformant()));
    for (Finding finding : report.findings()) {
      String mark =
          switch (finding) {
            case Finding.Passed passed -> "ok       ";
            case Finding.Failed failed -> "FAILED   ";
            case Finding.Unchecked open -> "UNCHECKED";
            case Finding.Skipped skipped -> "-        ";
          };
      out.printf("  %s %-12s %s%n", mark, finding.step().text(), plain(finding.detail()));
    }
  }

  private static String word(@Nullable Boolean answer) {
    if (answer == null) {
      return "not checked";
    }
    return answer ? "yes" : "no";
  }

  private static String sentence(Report report) {
    return switch (report.verdict()) {
      case VALID -> "VALID";
      case UNKNOWN_ISSUER -> "signed, but the issuer is NOT KNOWN here (name it with --trust)";
      case INVALID -> "NOT VALID";
      case REVOKED -> "REVOKED by its issuer";
      case SUSPENDED -> "SUSPENDED by its issuer";
      case EXPIRED -> "EXPIRED";
      case NOT_YET_VALID -> "NOT YET VALID";
      case UNCHECKED -> "COULD NOT BE CHECKED";
    };
  }

  /** What strangers wrote must not steer the terminal. */
  static String plain(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
