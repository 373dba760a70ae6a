package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.results.Finding;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes results files from programs and tells what became of them. */
@RestController
@RequestMapping("/rest/v1/imports/results")
class ResultsApi {
  private static final int MOST_ROWS = 10_000;
  private final Callers callers;
  private final Intake intake;
  private final Texts texts;

  ResultsApi(Callers callers, Intake intake, Texts texts) {
    this.callers = callers;
    this.intake = intake;
    this.texts = texts;
  }

  /** The body is the file, as it is; it is read in the background once it is stored. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResultsReportJson take(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam String provider,
      @RequestParam(name = "file", defaultValue = "results") String fileName,
      @RequestParam Optional<String> organisation,
      HttpServletRequest request)
      throws IOException {
    var caller = callers.require(authorization, Scope.RESULTS_WRITE);
    var whose = callers.meant(caller, organisation);
    var id =
        intake.accept(whose.id(), provider, fileName, request.getInputStream(), caller.actor());
    return ResultsReportJson.of(intake.report(id), List.of(), List.of(), false);
  }

  /**
   * @param rows how many of the refused and held rows to list
   */
  @GetMapping("/{id}")
  ResultsReportJson report(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") int rows) {
    var caller = callers.require(authorization, Scope.RESULTS_READ);
    var report =
        caller
            .organisation()
            .map(own -> intake.report(own.id(), new IntakeId(id)))
            .orElseGet(() -> intake.report(new IntakeId(id)));
    if (report.state() == IntakeReport.State.WAITING) {
      return ResultsReportJson.of(report, List.of(), List.of(), false);
    }
    int most = Math.clamp(rows, 0, MOST_ROWS);
    List<RowReport> listed = new ArrayList<>();
    for (var verdict : List.of(Verdict.REFUSED, Verdict.HELD)) {
      listed.addAll(
          intake.rows(
              report.id(), Optional.of(verdict), Optional.empty(), most + 1 - listed.size()));
    }
    var shown = listed.stream().limit(most).map(this::row).toList();
    return ResultsReportJson.of(report, notices(report), shown, listed.size() > most);
  }

  private List<String> notices(IntakeReport report) {
    return Stream.concat(
            report.problem().stream().map(this::english),
            report.parts().stream()
                .flatMap(part ->
                    Stream.concat(part.finding().stream(), part.notices().stream())
                        .map(finding -> part.name() + ": " + english(finding))))
        .distinct()
        .toList();
  }

  private ResultsReportJson.Row row(RowReport row) {
    return new ResultsReportJson.Row(
        row.part(),
        row.line(),
        row.verdict().name().toLowerCase(Locale.ROOT),
        row.column(),
        row.findings().stream().map(this::english).collect(Collectors.joining("; ")),
        row.findings().stream().map(Finding::code).toList(),
        row.result(),
        row.candidate(),
        row.examCode());
  }

  private String english(Finding finding) {
    var key = "results.finding." + finding.code();
    return texts.has(key)
        ? texts.text(Language.EN, key, finding.args().toArray())
        : finding.toString();
  }
}
