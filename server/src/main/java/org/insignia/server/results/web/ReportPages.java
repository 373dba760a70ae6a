package org.insignia.server.results.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Verdict;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What became of one file, row by row: as a page and as a table to download. */
@Controller
final class ReportPages {
  private static final int ON_A_PAGE = 100;
  private static final int KEPT_REFUSALS = 100_000;

  private final StaffDoor door;
  private final Intake intake;
  private final Sources sources;
  private final ReportTable table;

  ReportPages(StaffDoor door, Intake intake, Sources sources, ReportTable table) {
    this.table = table;
    this.door = door;
    this.intake = intake;
    this.sources = sources;
  }

  @GetMapping("/console/{slug}/results/{id}")
  ModelAndView report(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "-1") int part,
      @RequestParam(defaultValue = "0") long line,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var report = intake.report(organisation.id(), new IntakeId(id));
    var shown = ResultsPages.verdict(verdict);
    var rows = intake.rows(report.id(), shown, part, line, ON_A_PAGE + 1);
    return View.of("results/report", page(slug, report, shown, rows, part < 0, shell));
  }

  private ReportPage page(
      String slug,
      IntakeReport report,
      Optional<Verdict> shown,
      List<RowReport> rows,
      boolean atStart,
      Shell shell) {
    var path = ResultsPages.path(slug) + "/" + report.id();
    var verdict = shown.map(Verdict::name).orElse("");
    var last = rows.size() > ON_A_PAGE ? rows.get(ON_A_PAGE - 1) : null;
    return new ReportPage(
        slug,
        path,
        report.fileName(),
        ResultsPages.tone(report.state(), report.held() + report.refused()),
        ResultsPages.state(report, shell),
        report.state() == IntakeReport.State.WAITING,
        report.percent(),
        report.receivedAt(),
        sources.of(report, shell),
        new ReportPage.Counts(
            report.rows(), report.accepted(), report.duplicates(), report.held(), report.refused()),
        report.problem().map(p -> Sentences.of(shell, p)).orElse(""),
        report.parts().stream().map(p -> part(p, shell)).toList(),
        verdict,
        rows.stream().limit(ON_A_PAGE).map(r -> row(r, shell)).toList(),
        atStart,
        last == null
            ? ""
            : shell.link(
                path
                    + "?verdict="
                    + verdict
                    + "&part="
                    + last.partOrdinal()
                    + "&line="
                    + last.line()),
        shell.link(path + "/report.csv?verdict=" + verdict),
        report.refused() > KEPT_REFUSALS ? KEPT_REFUSALS : 0);
  }

  private static ReportPage.Part part(IntakeReport.Part part, Shell shell) {
    var remarks = Stream.concat(part.finding().stream(), part.notices().stream()).toList();
    return new ReportPage.Part(
        part.name(),
        ResultsPages.tone(part.state(), 0),
        part.state() == IntakeReport.State.WAITING ? "" : shell.t("results.state." + part.state()),
        Sentences.of(shell, remarks));
  }

  private static ReportPage.Row row(RowReport row, Shell shell) {
    var tone =
        switch (row.verdict()) {
          case ACCEPTED -> "good";
          case DUPLICATE -> "none";
          case HELD -> "warn";
          case REFUSED -> "bad";
        };
    return new ReportPage.Row(
        row.part(),
        row.line(),
        tone,
        shell.t("results.verdict." + row.verdict()),
        row.column(),
        Sentences.of(shell, row.findings()),
        row.result(),
        row.candidate(),
        row.examCode());
  }

  @GetMapping("/console/{slug}/results/{id}/report.csv")
  void download(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String verdict,
      Shell shell,
      HttpServletResponse response)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var report = intake.report(organisation.id(), new IntakeId(id));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename("results-" + id + ".csv").build().toString());
    try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      table.write(report.id(), ResultsPages.verdict(verdict), shell::t, out);
    }
  }
}
