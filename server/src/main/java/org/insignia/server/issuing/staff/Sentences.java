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
    return of(shell::t, finding);
  }

  static String of(Shell shell, List<Finding> findings) {
    return of(shell::t, findings);
  }

  static String of(RunTable.Words words, Finding finding) {
    var args = finding.args().toArray();
    if (finding.code().equals("issue.column-twice")) {
      return words.text(
          "issuing.finding.column-twice",
          words.text("issuing.column." + finding.args().getFirst()));
    }
    return finding.code().startsWith(OURS)
        ? words.text("issuing.finding." + finding.code().substring(OURS.length()), args)
        : words.text("results.finding." + finding.code(), args);
  }

  static String of(RunTable.Words words, List<Finding> findings) {
    return findings.stream().map(f -> of(words, f)).collect(Collectors.joining(" "));
  }
}
