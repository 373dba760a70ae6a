package org.insignia.server.results.web;

import java.io.IOException;
import java.util.Optional;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files of delivery providers: what came, and taking in another. */
@Controller
final class ResultsPages {
  private static final int ON_A_PAGE = 25;

  private final StaffDoor door;
  private final Intake intake;
  private final Sources sources;

  ResultsPages(StaffDoor door, Intake intake, Sources sources) {
    this.door = door;
    this.intake = intake;
    this.sources = sources;
  }

  @GetMapping("/console/{slug}/results")
  ModelAndView list(
      @PathVariable String slug, @RequestParam(defaultValue = "0") int page, Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    return View.of(
        "results/results", page(organisation, Math.clamp(page, 0, 10_000), false, shell));
  }

  @PostMapping("/console/{slug}/results")
  ModelAndView take(
      @PathVariable String slug,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String provider,
      Shell shell)
      throws IOException {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    var name = file == null ? null : file.getOriginalFilename();
    if (file == null || name == null || name.isBlank()) {
      return View.of(
          "results/results", page(organisation, 0, true, shell), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try (var in = file.getInputStream()) {
      var id = intake.accept(organisation.id(), provider, name, in, StaffDoor.actor(shell));
      return SeeOther.at(shell.link(path(slug) + "/" + id));
    }
  }

  static String path(String slug) {
    return "/console/" + slug + "/results";
  }

  private ResultsPage page(Organisation organisation, int page, boolean wrong, Shell shell) {
    var found = intake.list(organisation.id(), ON_A_PAGE + 1, page * ON_A_PAGE);
    var path = path(organisation.slug());
    return new ResultsPage(
        organisation.slug(),
        organisation.name(),
        door.may(shell, organisation, Role.ISSUER),
        wrong,
        ProviderId.KNOWN.stream().map(ProviderId::value).toList(),
        found.stream()
            .limit(ON_A_PAGE)
            .map(r -> file(path, r, sources.of(r, shell), shell))
            .toList(),
        page == 0 ? "" : shell.link(path + "?page=" + (page - 1)),
        found.size() > ON_A_PAGE ? shell.link(path + "?page=" + (page + 1)) : "");
  }

  private static ResultsPage.File file(String path, IntakeReport report, String from, Shell shell) {
    return new ResultsPage.File(
        path + "/" + report.id(),
        report.fileName(),
        tone(report.state(), report.held() + report.refused()),
        state(report, shell),
        report.receivedAt(),
        from,
        report.accepted(),
        report.duplicates(),
        report.held(),
        report.refused());
  }

  static String state(IntakeReport report, Shell shell) {
    return report.state() == IntakeReport.State.WAITING
        ? shell.t("results.state.WAITING", report.percent())
        : shell.t("results.state." + report.state());
  }

  static String tone(IntakeReport.State state, long open) {
    return switch (state) {
      case WAITING -> "open";
      case DONE -> open == 0 ? "good" : "warn";
      case SKIPPED -> "none";
      case REFUSED -> "bad";
    };
  }

  /** A verdict out of an address; anything else means all. */
  static Optional<Verdict> verdict(String text) {
    for (var verdict : Verdict.values()) {
      if (verdict.name().equals(text)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }
}
