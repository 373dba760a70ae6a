package org.insignia.server.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.catalog.ImportReport;
import org.insignia.server.catalog.PastImport;
import org.insignia.server.catalog.source.SourceProblem;

/** What an import of a catalogue did, as JSON. */
record CatalogueReportJson(
    UUID id,
    Instant at,
    String actor,
    String organisation,
    int version,
    int exams,
    int certifications,
    List<String> added,
    List<String> changed,
    List<Renamed> renamed,
    List<String> retired,
    List<String> unchanged,
    int refused,
    int notices,
    List<Problem> problems) {

  record Renamed(String from, String to) {}

  /**
   * @param line from 1; 0 where it concerns the whole file
   */
  record Problem(
      String file, int line, String severity, String reason, String detail, String text) {
    static Problem of(SourceProblem problem) {
      var reason = problem.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Problem(
          problem.file(),
          problem.line(),
          problem.severity().name().toLowerCase(Locale.ROOT),
          reason,
          problem.detail(),
          problem.detail().isEmpty()
              ? reason.replace('-', ' ')
              : reason.replace('-', ' ') + ": " + problem.detail());
    }
  }

  static CatalogueReportJson of(String organisation, PastImport done) {
    var report = done.report();
    return new CatalogueReportJson(
        done.id(),
        done.at(),
        done.actor(),
        organisation,
        report.number(),
        report.exams(),
        report.certifications(),
        uids(report.added()),
        uids(report.changed()),
        report.renamed().stream().map(r -> new Renamed(r.from(), r.to())).toList(),
        uids(report.retired()),
        uids(report.unchanged()),
        report.refused(),
        report.notices(),
        report.problems().stream().map(Problem::of).toList());
  }

  private static List<String> uids(List<ImportReport.Item> items) {
    return items.stream().map(ImportReport.Item::uid).toList();
  }
}
