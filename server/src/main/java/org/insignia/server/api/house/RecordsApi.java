package org.insignia.server.api.house;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insignia.server.api.json.CsvAnswer;
import org.insignia.server.api.json.Days;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.console.audit.AuditTable;
import org.insignia.server.platform.audit.AuditLine;
import org.insignia.server.platform.audit.AuditTrail;
import org.insignia.server.platform.audit.AuditWish;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.figures.Figure;
import org.insignia.server.sharing.figures.Figures;
import org.insignia.server.sharing.figures.Period;
import org.insignia.server.sharing.figures.web.FigureTables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, and how often what happened to badges. */
@RestController
@RequestMapping("/rest/v1")
class RecordsApi {
  private static final int MOST_DAYS = 400;
  private static final Pattern PLACE =
      Pattern.compile("(\\S{20,40}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final ApiDoor door;
  private final AuditTrail trail;
  private final AuditTable table;
  private final FigureTables tables;
  private final Figures figures;
  private final Settings settings;

  RecordsApi(
      ApiDoor door,
      AuditTrail trail,
      AuditTable table,
      Figures figures,
      FigureTables tables,
      Settings settings) {
    this.table = table;
    this.tables = tables;
    this.door = door;
    this.trail = trail;
    this.figures = figures;
    this.settings = settings;
  }

  /**
   * A line of the record.
   *
   * @param number its place in the chain; null while it waits for one
   */
  record Line(
      UUID id,
      @Nullable Long number,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail,
      @Nullable String hash) {}

  /** Counts of one achievement on one day. */
  record Day(LocalDate day, UUID achievement, Map<String, Long> counts) {}

  /** Of whom, of what and when; what is null does not matter. */
  record Wish(
      @Nullable String actor,
      @Nullable String action,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String until) {}

  /** The newest first. */
  @GetMapping("/audit")
  ResponseEntity<Listing<Line>> audit(
      Wish wish,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.AUDIT_READ);
    var page = Page.of(limit, after);
    var asked = asked(wish, after);
    var found = trail.find(visit.organisation().id().value(), asked, page.limit());
    var next = found.next();
    return Listing.answer(
        found.lines().stream().map(RecordsApi::line).toList(),
        next == null ? null : cursor(next),
        settings.url("").toString());
  }

  /** The same lines as a table, the newest first. */
  @GetMapping("/audit/export.csv")
  void auditTable(Wish wish, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var visit = door.enter(request, Scope.AUDIT_READ);
    var asked = asked(wish, "");
    try (var out = CsvAnswer.begin(response, "audit-" + visit.organisation().slug() + ".csv")) {
      table.write(visit.organisation(), asked, out);
    }
  }

  private static AuditWish asked(Wish wish, String after) {
    var from = day("from", wish.from(), LocalDate.of(2000, 1, 1));
    var until = day("until", wish.until(), LocalDate.of(2200, 1, 1));
    return new AuditWish(
        text("actor", wish.actor()),
        text("action", wish.action()),
        text("subject", wish.subject()),
        from.atStartOfDay().toInstant(ZoneOffset.UTC),
        until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
        place(after));
  }

  private static String text(String name, @Nullable String text) {
    if (text != null && text.length() > 200) {
      throw new Problem.Invalid(name, "at most 200 characters");
    }
    return text == null ? "" : text;
  }

  private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
    return text == null ? otherwise : Days.of(name, text);
  }

  private static String cursor(AuditWish.Place place) {
    var text = place.at() + " " + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static AuditWish.@Nullable Place place(String after) {
    if (after.isEmpty()) {
      return null;
    }
    try {
      var text =
          new String(
              Base64.getUrlDecoder().decode(after), java.nio.charset.StandardCharsets.US_ASCII);
      var found = PLACE.matcher(text);
      if (found.matches()) {
        return new AuditWish.Place(Instant.parse(found.group(1)), UUID.fromString(found.group(2)));
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // said below
    }
    throw new Problem.Invalid("after", "no cursor; take the address in next as it is");
  }

  private static Line line(AuditLine line) {
    return new Line(
        line.id(),
        line.number() == 0 ? null : line.number(),
        line.at(),
        line.actor(),
        line.action(),
        line.subject(),
        line.detail(),
        line.hash().isEmpty() ? null : line.hash());
  }

  /** Day by day, where there is something to count; up to 400 days. */
  @GetMapping("/analytics")
  ResponseEntity<Listing<Day>> analytics(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      HttpServletRequest request) {
    var visit = door.enter(request, Scope.ANALYTICS_READ);
    var last = day("until", until, figures.today());
    var first = day("from", from, last.minusDays(30));
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw new Problem.Invalid("from", "not after until, and at most 400 days before it");
    }
    Map<String, List<Figure>> grouped = new LinkedHashMap<>();
    figures.of(visit.organisation().id(), first).stream()
        .filter(f -> !f.day().isAfter(last))
        .forEach(f ->
            grouped
                .computeIfAbsent(
                    f.day() + " " + f.achievement().value(), key -> new java.util.ArrayList<>())
                .add(f));
    return Listing.answer(grouped.values().stream().map(RecordsApi::day).toList(), null, "");
  }

  /** Day by day as a table, with the titles of badges. */
  @GetMapping("/analytics/figures.csv")
  void figureTable(
      @RequestParam(defaultValue = "month") String period,
      @RequestParam(required = false) @Nullable UUID achievement,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = asked(request, period, achievement);
    try (var out = CsvAnswer.begin(response, asked.organisation().slug() + "-figures.csv")) {
      tables.days(asked, out);
    }
  }

  /** By country as a table, as the page shows them. */
  @GetMapping("/analytics/countries.csv")
  void countryTable(
      @RequestParam(defaultValue = "month") String period,
      @RequestParam(required = false) @Nullable UUID achievement,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var asked = asked(request, period, achievement);
    try (var out = CsvAnswer.begin(response, asked.organisation().slug() + "-countries.csv")) {
      tables.countries(asked, out);
    }
  }

  private FigureTables.Asked asked(
      HttpServletRequest request, String period, @Nullable UUID achievement) {
    var visit = door.enter(request, Scope.ANALYTICS_READ);
    if (Stream.of(Period.values()).noneMatch(p -> p.word().equals(period))) {
      throw new Problem.Invalid("period", "month, quarter or year");
    }
    return new FigureTables.Asked(
        visit.organisation(),
        Period.of(period),
        achievement == null ? "" : achievement.toString(),
        Language.EN);
  }

  private static Day day(List<Figure> figures) {
    Map<String, Long> counts = new TreeMap<>();
    figures.forEach(f -> counts.put(f.kind().name().toLowerCase(Locale.ROOT), f.count()));
    var first = figures.getFirst();
    return new Day(first.day(), first.achievement().value(), counts);
  }
}
