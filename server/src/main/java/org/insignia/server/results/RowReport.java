package org.insignia.server.results;

import java.util.List;

/**
 * What became of one row.
 *
 * @param part name of the file it stands in
 * @param column name of the column to blame as the file spells it; empty where there is none
 * @param findings why; for accepted rows what was unusual, often nothing
 * @param result the provider's id of the result; this and the next two are empty where the row does
 *     not tell
 * @param candidate the provider's id of the candidate
 */
public record RowReport(
    String part,
    int partOrdinal,
    long line,
    Verdict verdict,
    String column,
    List<Finding> findings,
    String result,
    String candidate,
    String examCode) {
  public RowReport {
    findings = List.copyOf(findings);
  }
}
