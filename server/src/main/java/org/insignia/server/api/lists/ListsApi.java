package org.insignia.server.api.lists;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.CsvAnswer;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.staff.RunTable;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All lists of an organisation; and what is done with one, from trying it to its last row. */
@RestController
@RequestMapping("/rest/v1/issue")
class ListsApi {
  private final ApiDoor door;
  private final Runs runs;
  private final ToldLists told;
  private final RunTable table;
  private final Texts texts;
  private final Settings settings;

  ListsApi(
      ApiDoor door, Runs runs, ToldLists told, RunTable table, Texts texts, Settings settings) {
    this.door = door;
    this.runs = runs;
    this.told = told;
    this.table = table;
    this.texts = texts;
    this.settings = settings;
  }

  /** The newest first. */
  @GetMapping
  ResponseEntity<Listing<RunJson>> list(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    var page = Page.of(limit, after);
    var organisation = visit.organisation().id();
    var rows =
        page.afterId()
            .map(last -> runs.before(organisation, last, page.limit() + 1))
            .orElseGet(() -> runs.list(organisation, page.limit() + 1, 0));
    return Listing.answer(
        page, rows, run -> run.id().toString(), told::bare, settings.url("").toString());
  }

  /** By line; without a verdict those that gave nothing. */
  @GetMapping("/{id}/rows")
  ResponseEntity<Listing<RunJson.Row>> rows(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    var page = Page.of(limit, after);
    if (!page.after().matches("[0-9]{0,15}")) {
      throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
    }
    var run = runs.get(visit.organisation().id(), id);
    long line = page.after().isEmpty() ? 0 : Long.parseLong(page.after());
    var rows = runs.rows(run, verdict(verdict), line, page.limit() + 1);
    return Listing.answer(
        page, rows, row -> Long.toString(row.line()), told::row, settings.url("").toString());
  }

  private static @Nullable Verdict verdict(@Nullable String word) {
    return word == null
        ? null
        : Arrays.stream(Verdict.values())
            .filter(v -> Objects.equals(v.name().toLowerCase(Locale.ROOT), word))
            .findFirst()
            .orElseThrow(() -> new Problem.Invalid("verdict", "one of issued, duplicate, refused"));
  }

  /** All rows as a table, written as it is read. */
  @GetMapping("/{id}/report.csv")
  void report(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    var run = runs.get(visit.organisation().id(), id);
    try (var out = CsvAnswer.begin(response, "issued-" + id + ".csv")) {
      table.write(run, (key, args) -> texts.text(Language.EN, key, args), out);
    }
  }

  /** Reads it through without effect. */
  @PostMapping("/{id}/check")
  RunJson check(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    runs.check(visit.organisation().id(), id);
    return now(visit, id);
  }

  /** At once, or when the body says. */
  @PostMapping(path = "/{id}/start", consumes = MediaType.APPLICATION_JSON_VALUE)
  RunJson start(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    var body = Body.of(json);
    var when = moment(body, "notBefore", runs);
    body.end();
    runs.start(visit.actor(), visit.organisation().id(), id, when);
    return now(visit, id);
  }

  /** A time to come; null where none is said. */
  private static @Nullable Instant moment(Body body, String name, Runs runs) {
    var text = body.text(name, 40);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var when = Instant.parse(text);
      if (runs.mayBegin(when)) {
        return when;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    body.wrong(name, "a time to come within a year, in UTC: 2026-12-01T09:00:00Z");
    return null;
  }

  /** Ends it where it is; what it issued stays. */
  @PostMapping("/{id}/cancel")
  RunJson cancel(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    runs.cancel(visit.actor(), visit.organisation().id(), id);
    return now(visit, id);
  }

  /** Lays one that was tried open again, for other columns. */
  @PostMapping("/{id}/reopen")
  RunJson reopen(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ISSUE_WRITE);
    runs.reopen(visit.organisation().id(), id);
    return now(visit, id);
  }

  private RunJson now(Visit visit, UUID id) {
    return told.bare(runs.get(visit.organisation().id(), id));
  }
}
