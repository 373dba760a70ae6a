package org.insignia.server.console.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.audit.AuditChain;
import org.insignia.server.platform.audit.AuditTrail;
import org.insignia.server.platform.audit.AuditWish;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who changed what, when and why: for administrators, as a page and as a table to take away. */
@Controller
class AuditPages {
  private static final int ON_A_PAGE = 50;
  private static final int DAYS = 30;

  private final StaffDoor door;
  private final AuditTrail trail;
  private final AuditTable table;
  private final AuditChain chain;
  private final Actors actors;
  private final Clock clock;

  AuditPages(
      StaffDoor door,
      AuditTrail trail,
      AuditTable table,
      AuditChain chain,
      Actors actors,
      Clock clock) {
    this.door = door;
    this.trail = trail;
    this.table = table;
    this.chain = chain;
    this.actors = actors;
    this.clock = clock;
  }

  @GetMapping("/console/{slug}/audit")
  ModelAndView look(
      @PathVariable String slug, @RequestParam Map<String, String> query, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var asked = asked(query);
    var names = actors.names(organisation, shell);
    var wish = wish(asked, place(query.getOrDefault("before", "")));
    var found = trail.find(organisation.id().value(), wish, ON_A_PAGE);
    var rows =
        found.lines().stream()
            .map(line ->
                new AuditPage.Row(
                    line.number(),
                    line.at(),
                    Actors.words(line.actor(), names, shell),
                    line.action(),
                    line.subject(),
                    line.detail()))
            .toList();
    var head = chain.head();
    var stem = "/console/" + slug + "/audit";
    var next = found.next();
    return View.of(
        "console/audit",
        new AuditPage(
            organisation.slug(),
            organisation.name(),
            asked,
            Actors.choices(names, shell),
            rows,
            stem + ".csv" + query(asked),
            next == null ? "" : stem + before(asked, next),
            next == null || rows.size() == ON_A_PAGE ? null : next.at(),
            head.number(),
            head.hash()));
  }

  /** The same question as a table: names are left out, so that it may be handed on. */
  @GetMapping("/console/{slug}/audit.csv")
  ResponseEntity<byte[]> table(
      @PathVariable String slug, @RequestParam Map<String, String> query, Shell shell)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var csv = new StringWriter();
    table.write(organisation, wish(asked(query), null), csv);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + slug + ".csv\"")
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private AuditPage.Asked asked(Map<String, String> query) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var from = query.getOrDefault("from", "").strip();
    var until = query.getOrDefault("until", "").strip();
    boolean wrong = day(from, today) == null || day(until, today) == null;
    return new AuditPage.Asked(
        cut(query.getOrDefault("actor", "")),
        cut(query.getOrDefault("action", "")),
        cut(query.getOrDefault("subject", "")),
        from.isEmpty() || wrong ? today.minusDays(DAYS).toString() : from,
        until.isEmpty() || wrong ? today.toString() : until,
        wrong);
  }

  private static @Nullable LocalDate day(String text, LocalDate otherwise) {
    try {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String cut(String text) {
    var clean = text.strip().replace("\0", "");
    return clean.substring(0, Math.min(200, clean.length()));
  }

  private static AuditWish wish(AuditPage.Asked asked, AuditWish.@Nullable Place before) {
    return new AuditWish(
        asked.actor(),
        asked.action(),
        asked.subject(),
        LocalDate.parse(asked.from()).atStartOfDay(ZoneOffset.UTC).toInstant(),
        LocalDate.parse(asked.until()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        before);
  }

  /** A place as {@link #before} writes it; the newest lines for anything else. */
  private static AuditWish.@Nullable Place place(String text) {
    if (!text.matches("\\d{1,17}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return null;
    }
    long micros = Long.parseLong(text.substring(0, text.indexOf('_')));
    return new AuditWish.Place(
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
        UUID.fromString(text.substring(text.indexOf('_') + 1)));
  }

  private static String before(AuditPage.Asked asked, AuditWish.Place last) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.at());
    return query(asked) + "&before=" + micros + "_" + last.id();
  }

  private static String query(AuditPage.Asked asked) {
    return "?actor="
        + encoded(asked.actor())
        + "&action="
        + encoded(asked.action())
        + "&subject="
        + encoded(asked.subject())
        + "&from="
        + asked.from()
        + "&until="
        + asked.until();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
