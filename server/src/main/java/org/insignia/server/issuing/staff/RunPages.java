package org.insignia.server.issuing.staff;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.feed.Encoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Lists: bringing one, saying what its columns mean, trying it, starting it, stopping it. */
@Controller
class RunPages {
  private static final int ON_A_PAGE = 25;

  private final StaffDoor door;
  private final Achievements achievements;
  private final Runs runs;
  private final RunViews views;

  RunPages(StaffDoor door, Achievements achievements, Runs runs, RunViews views) {
    this.door = door;
    this.achievements = achievements;
    this.runs = runs;
    this.views = views;
  }

  static String path(String slug) {
    return IssuePages.path(slug) + "/bulk";
  }

  @GetMapping("/console/{slug}/issue/bulk")
  ModelAndView list(
      @PathVariable String slug, @RequestParam(defaultValue = "0") int page, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    return View.of("issuing/runs", page(organisation, Math.clamp(page, 0, 10_000), false, shell));
  }

  @PostMapping("/console/{slug}/issue/bulk")
  ModelAndView take(
      @PathVariable String slug,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String key,
      Shell shell)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    var name = file == null ? null : file.getOriginalFilename();
    if (file == null || name == null || name.isBlank()) {
      return View.of(
          "issuing/runs", page(organisation, 0, true, shell), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var request = key.matches("[A-Za-z0-9-]{8,64}") ? key : "";
    var by = StaffDoor.actor(shell);
    var id = runs.takeSent(organisation.id(), by, request, name, file::getInputStream);
    return SeeOther.at(shell.link(path(slug) + "/" + id));
  }

  private RunsPage page(Organisation organisation, int page, boolean wrong, Shell shell) {
    var found = runs.list(organisation.id(), ON_A_PAGE + 1, page * ON_A_PAGE);
    var path = path(organisation.slug());
    return new RunsPage(
        organisation.slug(),
        organisation.name(),
        UUID.randomUUID().toString(),
        wrong,
        found.stream().limit(ON_A_PAGE).map(run -> row(path, run, shell)).toList(),
        page == 0 ? "" : shell.link(path + "?page=" + (page - 1)),
        found.size() > ON_A_PAGE ? shell.link(path + "?page=" + (page + 1)) : "");
  }

  private static RunsPage.Row row(String path, Run run, Shell shell) {
    return new RunsPage.Row(
        path + "/" + run.id(),
        run.fileName(),
        RunViews.tone(run),
        RunViews.state(run, shell),
        run.receivedAt(),
        run.hasGiven() ? run.counts().accepted() : 0,
        run.counts().duplicates(),
        run.counts().refused());
  }

  @GetMapping("/console/{slug}/issue/bulk/{id}")
  ModelAndView one(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "0") long after,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    Run run = runs.get(organisation.id(), id);
    return run.state() == Run.State.OPEN
        ? View.of("issuing/columns", views.columns(organisation, run, List.of(), shell))
        : View.of("issuing/run", views.run(organisation, run, verdict, after, shell));
  }

  /** Takes down what the columns mean, and tries the list where they are settled. */
  @PostMapping("/console/{slug}/issue/bulk/{id}/columns")
  ModelAndView columns(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam Map<String, String> typed,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    Run before = runs.get(organisation.id(), id);
    var encoding =
        Encoding.WINDOWS_1252.name().equals(typed.get("encoding"))
            ? Encoding.WINDOWS_1252
            : Encoding.UTF_8;
    var choices =
        new Run.Choices(
            badge(organisation, typed.getOrDefault("badge", "")),
            Language.of(typed.getOrDefault("language", "en")),
            typed.containsKey("quiet"));
    runs.choose(organisation.id(), id, encoding, columns(before, typed), choices);
    Run run = runs.get(organisation.id(), id);
    var problems = run.shape().plan().problems(choices.achievement() != null);
    if (typed.containsKey("look") || !problems.isEmpty()) {
      return View.of(
          "issuing/columns",
          views.columns(organisation, run, problems, shell),
          problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
    runs.check(organisation.id(), id);
    return here(slug, id, shell);
  }

  private static List<Column> columns(Run run, Map<String, String> typed) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < run.shape().header().size(); i++) {
      String word = typed.getOrDefault("column-" + i, "");
      columns.add(
          Arrays.stream(Column.values())
              .filter(c -> c.name().equals(word))
              .findFirst()
              .orElse(Column.IGNORED));
    }
    return columns;
  }

  private @Nullable AchievementId badge(Organisation organisation, String slug) {
    return achievements.bySlug(organisation.id(), slug).map(Achievement::id).orElse(null);
  }

  @PostMapping("/console/{slug}/issue/bulk/{id}/start")
  ModelAndView start(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String when,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    Run run = runs.get(organisation.id(), id);
    if (run.state() == Run.State.RUNNING) {
      return here(slug, id, shell); // a second click
    }
    try {
      Instant moment = IssueForm.moment(when);
      if (moment == null || runs.mayBegin(moment)) {
        runs.start(StaffDoor.actor(shell), organisation.id(), id, moment);
        return here(slug, id, shell);
      }
    } catch (DateTimeParseException e) {
      // said below, with what was typed
    }
    return View.of(
        "issuing/run",
        views.run(organisation, run, "", 0, shell).withWrongMoment(when),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/console/{slug}/issue/bulk/{id}/reopen")
  ModelAndView reopen(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    runs.reopen(organisation.id(), id);
    return here(slug, id, shell);
  }

  @PostMapping("/console/{slug}/issue/bulk/{id}/cancel")
  ModelAndView cancel(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    runs.cancel(StaffDoor.actor(shell), organisation.id(), id);
    return here(slug, id, shell);
  }

  private static ModelAndView here(String slug, UUID id, Shell shell) {
    return SeeOther.at(shell.link(path(slug) + "/" + id));
  }
}
