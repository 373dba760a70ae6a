package org.insignia.server.sharing.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.sharing.figures.Figure;
import org.insignia.server.sharing.figures.Figures;
import org.insignia.server.sharing.figures.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened to an issuer's badges, by badge and time: charts with their tables, and a file. */
@Controller
class FiguresPages {
  private static final int LISTED = 200;

  private final StaffDoor door;
  private final Figures figures;
  private final Achievements achievements;
  private final FigureTables tables;

  FiguresPages(StaffDoor door, Figures figures, Achievements achievements, FigureTables tables) {
    this.tables = tables;
    this.door = door;
    this.figures = figures;
    this.achievements = achievements;
  }

  @GetMapping("/console/{slug}/analytics")
  ModelAndView look(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String badge,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var chosen = Period.of(period);
    var charts = new Charts(chosen.begins(figures.today()), shell::date);
    var all = achievements.all(organisation.id());
    var one = one(badge);
    var found = found(organisation, charts, one);
    var countries =
        figures.byCountry(organisation.id(), id(one), charts.begins().getFirst(), found);
    return View.of(
        "figures/figures",
        new FiguresPage(
            slug,
            organisation.name(),
            chosen,
            List.of(Period.values()),
            one,
            choices(all, shell),
            charts.series(found),
            rows(organisation, found, all, shell),
            Places.rows(countries, shell.language()),
            !found.isEmpty()));
  }

  /** The achievement that is looked at alone; whatever is no id means all. */
  private static String one(String badge) {
    return badge.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? badge : "";
  }

  private static @Nullable AchievementId id(String one) {
    return one.isEmpty() ? null : new AchievementId(UUID.fromString(one));
  }

  private List<Figure> found(Organisation organisation, Charts charts, String badge) {
    return figures.of(organisation.id(), charts.begins().getFirst()).stream()
        .filter(f -> badge.isEmpty() || f.achievement().value().toString().equals(badge))
        .toList();
  }

  private static List<FiguresPage.Choice> choices(List<Achievement> all, Shell shell) {
    return all.stream()
        .map(a ->
            new FiguresPage.Choice(a.id().value().toString(), a.words(shell.language()).name()))
        .sorted(Comparator.comparing(FiguresPage.Choice::name))
        .toList();
  }

  private static List<FiguresPage.Row> rows(
      Organisation organisation, List<Figure> found, List<Achievement> all, Shell shell) {
    var known = all.stream().collect(Collectors.toMap(Achievement::id, a -> a));
    return Charts.byAchievement(found).stream()
        .limit(LISTED)
        .map(entry -> {
          var achievement = known.get(entry.getKey());
          return new FiguresPage.Row(
              achievement == null ? "?" : achievement.words(shell.language()).name(),
              achievement == null
                  ? ""
                  : "/org/" + organisation.slug() + "/badge/" + achievement.slug(),
              LongStream.of(entry.getValue()).boxed().toList());
        })
        .toList();
  }

  @GetMapping("/console/{slug}/analytics/figures.csv")
  void file(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String badge,
      Shell shell,
      HttpServletResponse response)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var asked = new FigureTables.Asked(organisation, Period.of(period), badge, shell.language());
    try (var out = csv(response, slug + "-figures.csv")) {
      tables.days(asked, out);
    }
  }

  private static Writer csv(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    return new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** The same rows as on the page. */
  @GetMapping("/console/{slug}/analytics/countries.csv")
  void countries(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "") String badge,
      Shell shell,
      HttpServletResponse response)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var asked = new FigureTables.Asked(organisation, Period.of(period), badge, shell.language());
    try (var out = csv(response, slug + "-countries.csv")) {
      tables.countries(asked, out);
    }
  }
}
