package org.insignia.server.api.results;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.CsvAnswer;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.limits.Limits;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.web.Upload;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.RowReport;
import org.insignia.server.results.Verdict;
import org.insignia.server.results.web.ReportTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results as JSON, and the files of an organisation, the newest first. */
@RestController
@RequestMapping("/rest/v1/results")
class BroughtResultsApi {
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,9})-([0-9]{1,12})");

  private final ApiDoor door;
  private final Bringing bringing;
  private final Intake intake;
  private final IntakeJson json;
  private final ReportTable table;
  private final Limits limits;
  private final Texts texts;
  private final Settings settings;

  BroughtResultsApi(
      ApiDoor door,
      Bringing bringing,
      Intake intake,
      IntakeJson json,
      ReportTable table,
      Limits limits,
      Texts texts,
      Settings settings) {
    this.table = table;
    this.texts = texts;
    this.door = door;
    this.bringing = bringing;
    this.intake = intake;
    this.json = json;
    this.limits = limits;
    this.settings = settings;
  }

  /** One result, or {@code items} of up to a thousand. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Bringing.Taken> bring(
      @RequestParam(defaultValue = "") String provider,
      @RequestBody byte[] body,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_WRITE);
    var items = Bringing.items(Body.of(body));
    limits.items(visit.caller(), items.size());
    return bringing.take(visit.organisation().id(), provider, "results.json", visit.actor(), items);
  }

  @GetMapping
  ResponseEntity<Listing<IntakeJson.Report>> files(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_READ);
    var page = Page.of(limit, after);
    var rows =
        intake.list(visit.organisation().id(), page.afterId().map(IntakeId::new), page.limit() + 1);
    return Listing.answer(
        page, rows, r -> r.id().toString(), json::report, settings.url("").toString());
  }

  @GetMapping("/{id}")
  IntakeJson.Report file(@PathVariable UUID id, HttpServletRequest request) {
    return json.report(own(id, request));
  }

  private IntakeReport own(UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.RESULTS_READ);
    return intake.report(visit.organisation().id(), new IntakeId(id));
  }

  /** Its rows, in the order of the file. */
  @GetMapping("/{id}/rows")
  ResponseEntity<Listing<IntakeJson.Row>> rows(
      @PathVariable UUID id,
      @RequestParam Optional<String> verdict,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var report = own(id, request);
    var page = Page.of(limit, after);
    var wanted = verdict.map(BroughtResultsApi::verdict);
    var place = PLACE.matcher(after);
    if (!after.isEmpty() && !place.matches()) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    var rows =
        after.isEmpty()
            ? intake.rows(report.id(), wanted, Optional.empty(), page.limit() + 1)
            : intake.rows(
                report.id(),
                wanted,
                Integer.parseInt(place.group(1)),
                Long.parseLong(place.group(2)),
                page.limit() + 1);
    return Listing.answer(
        page, rows, BroughtResultsApi::cursor, json::row, settings.url("").toString());
  }

  /** All rows as a table, or those of one verdict. */
  @GetMapping("/{id}/report.csv")
  void table(
      @PathVariable UUID id,
      @RequestParam Optional<String> verdict,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var report = own(id, request);
    var wanted = verdict.map(BroughtResultsApi::verdict);
    try (var out = CsvAnswer.begin(response, "results-" + id + ".csv")) {
      table.write(report.id(), wanted, (key, args) -> texts.text(Language.EN, key, args), out);
    }
  }

  private static String cursor(RowReport row) {
    return row.partOrdinal() + "-" + row.line();
  }

  private static Verdict verdict(String word) {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Problem.Invalid("verdict", "one of accepted, duplicate, held, refused"));
  }

  /** A thousand results are larger than a form. */
  @Configuration(proxyBeanMethods = false)
  static class Uploads {
    private static final long MOST = 4L << 20;

    @Bean
    Upload resultsAsJson(Callers callers) {
      return Upload.of(
          "/rest/v1/results",
          MOST,
          (request, viewer, path) ->
              callers.require(request.getHeader(HttpHeaders.AUTHORIZATION), Scope.RESULTS_WRITE));
    }
  }
}
