package org.insignia.server.issuing.staff;

import java.util.List;
import java.util.stream.Collectors;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.Finding;

/** Findings in the reader's words: ours, and those of whoever reads tables. */
final class Sentences {
  private static final String OURS = "issue.";

  private Sentences() {}

  static String of(Shell shell, Finding finding) {
    var args = finding.args().toArray();
    if (finding.code().equals("issue.column-twice")) {
      return shell.t(
          "issuing.finding.column-twice", shell.t("issuing.column." + finding.args().getFirst()));
    }
    return finding.code().startsWith(OURS)
        ? shell.t("issuing.finding." + finding.code().substring(OURS.length()), args)
        : shell.t("results.finding." + finding.code(), args);
  }

  static String of(Shell shell, List<Finding> findings) {
    return findings.stream().map(f -> of(shell, f)).collect(Collectors.joining(" "));
  }
}
