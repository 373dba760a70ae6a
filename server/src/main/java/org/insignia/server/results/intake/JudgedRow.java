package org.insignia.server.results.intake;

import java.util.List;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.feed.ParsedRow;

/** One line of the report. */
record JudgedRow(
    long line, Verdict verdict, String column, List<Finding> findings, ParsedRow.Hint hint) {
  JudgedRow {
    findings = List.copyOf(findings);
  }

  static JudgedRow refused(ParsedRow.Refused row) {
    return new JudgedRow(row.line(), Verdict.REFUSED, row.column(), List.of(row.why()), row.hint());
  }
}
