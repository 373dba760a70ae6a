package org.insignia.server.api.web;

import java.util.List;
import org.insignia.server.results.IntakeReport;

/**
 * How far a results file is read and what came of its rows, as JSON.
 *
 * @param finished whether every row was judged
 * @param notices what concerns the whole file, in English
 * @param findings refused and held rows in their order, as many as were asked for
 * @param more whether there are further ones
 */
record ResultsReportJson(
    String id,
    String file,
    String provider,
    String state,
    boolean finished,
    int percent,
    long rows,
    long accepted,
    long duplicates,
    long held,
    long refused,
    List<String> notices,
    List<Row> findings,
    boolean more) {

  /**
   * @param text why, in English; codes are the keys of these reasons
   */
  record Row(
      String part,
      long line,
      String verdict,
      String column,
      String text,
      List<String> codes,
      String result,
      String candidate,
      String exam) {}

  static ResultsReportJson of(
      IntakeReport report, List<String> notices, List<Row> rows, boolean more) {
    return new ResultsReportJson(
        report.id().toString(),
        report.fileName(),
        report.provider().map(p -> p.value()).orElse("any"),
        report.state().name(),
        report.state() != IntakeReport.State.WAITING,
        report.percent(),
        report.rows(),
        report.accepted(),
        report.duplicates(),
        report.held(),
        report.refused(),
        notices,
        rows,
        more);
  }
}
