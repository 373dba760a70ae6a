package org.insignia.server.results.web;

import java.util.List;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.Finding;

/** Findings in the reader's words. */
final class Sentences {
  private Sentences() {}

  static String of(Shell shell, Finding finding) {
    return shell.t("results.finding." + finding.code(), finding.args().toArray());
  }

  static List<String> of(Shell shell, List<Finding> findings) {
    return of(shell::t, findings);
  }

  static List<String> of(ReportTable.Words words, List<Finding> findings) {
    return findings.stream()
        .map(f -> words.text("results.finding." + f.code(), f.args().toArray()))
        .toList();
  }
}
