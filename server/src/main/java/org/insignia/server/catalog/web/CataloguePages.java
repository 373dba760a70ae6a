package org.insignia.server.catalog.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.web.CataloguePage.Row;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue, as staff see it. */
@Controller
final class CataloguePages {
  private final StaffDoor door;
  private final Catalog catalog;
  private final Achievements achievements;
  private final EntryView view;
  private final Clock clock;

  CataloguePages(
      StaffDoor door, Catalog catalog, Achievements achievements, EntryView view, Clock clock) {
    this.door = door;
    this.catalog = catalog;
    this.achievements = achievements;
    this.view = view;
    this.clock = clock;
  }

  @GetMapping("/console/{slug}/catalogue")
  ModelAndView list(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "all") String show,
      Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.VIEWER);
    CatalogVersion version = catalog.current(organisation.id());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Row> certifications =
        version.certifications().stream()
            .map(c -> row(slug, c.uid(), "", c.title(), EntryState.of(c, version, today), ""))
            .toList();
    List<Row> exams =
        version.exams().stream()
            .map(e ->
                row(
                    slug,
                    e.uid(),
                    e.number(),
                    e.title(),
                    EntryState.of(e, today),
                    EntryState.badge(version.badge(e))))
            .toList();
    return View.of(
        "catalog/catalogue",
        new CataloguePage(
            slug,
            organisation.name(),
            version.number(),
            search.strip(),
            show,
            door.may(shell, organisation, Role.ADMIN),
            found(certifications, search, show),
            found(exams, search, show)));
  }

  private static Row row(
      String slug, String uid, String code, String title, EntryState state, String badge) {
    return new Row(EntryView.path(slug, uid), code, title, state, badge);
  }

  private static List<Row> found(List<Row> rows, String search, String show) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row -> (row.code() + " " + row.title()).toLowerCase(Locale.ROOT).contains(wanted))
        .filter(row -> show.equals("all") || row.state().key().endsWith("." + show))
        .toList();
  }

  @GetMapping("/console/{slug}/catalogue/{uid:.+}")
  ModelAndView entry(
      @PathVariable String slug,
      @PathVariable String uid,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.VIEWER);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    EntryPage entry =
        view.of(organisation, uid, shell.language(), today)
            .orElseThrow(() -> new Problem.NotFound("no " + uid + " in this catalogue"));
    return View.of(
        "catalog/entry",
        new EntryShown(
            entry,
            !catalog.titlesByHand(organisation.id(), entry.uid()).isEmpty(),
            door.may(shell, organisation, Role.ADMIN),
            done.matches("saved|let-go") ? "entries.done." + done : ""));
  }

  @GetMapping("/console/{slug}/catalogue/{uid}/badge.svg")
  ResponseEntity<byte[]> image(@PathVariable String slug, @PathVariable String uid, Shell shell) {
    Organisation organisation = door.enter(shell, slug, Role.VIEWER);
    Achievement achievement =
        achievements
            .of(organisation.id(), uid)
            .orElseThrow(() -> new Problem.NotFound("no badge for " + uid));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .header("Cache-Control", "private, max-age=300")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .body(
            DesignDrawing.svg(achievements.design(achievement.design()))
                .getBytes(StandardCharsets.UTF_8));
  }
}
