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
    return findings.stream().map(f -> of(shell, f)).toList();
  }
}
