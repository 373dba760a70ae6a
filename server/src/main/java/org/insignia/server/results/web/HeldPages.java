package org.insignia.server.results.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.insignia.server.results.ResultId;
import org.insignia.server.results.Standing;
import org.insignia.server.results.held.Decision;
import org.insignia.server.results.held.HeldResult;
import org.insignia.server.results.held.HeldResults;
import org.insignia.server.results.held.HeldWish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Held results: why they wait, and the decision about one or about all of one cause. */
@Controller
final class HeldPages {
  private static final int ON_A_PAGE = 25;
  private static final int LONGEST_REASON = 500;
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final StaffDoor door;
  private final HeldResults held;

  HeldPages(StaffDoor door, HeldResults held) {
    this.door = door;
    this.held = held;
  }

  /** What an address or a form names: one result, or all of one cause. */
  private record Asked(String result, String cause, boolean dropped) {
    Optional<ResultId> one() {
      return result.matches(ID)
          ? Optional.of(new ResultId(UUID.fromString(result)))
          : Optional.empty();
    }

    String query() {
      return "?dropped=" + dropped + (cause.isEmpty() ? "" : "&cause=" + cause);
    }
  }

  /** What was typed, and what came of it. */
  private record Said(String reason, boolean wrong, String done) {}

  @GetMapping("/console/{slug}/results/held")
  ModelAndView list(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String result,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "false") String dropped,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String done,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.VIEWER);
    var asked = new Asked(result, plain(cause), dropped.equals("true"));
    return View.of(
        "results/held",
        page(organisation, asked, place(after), new Said("", false, said(done, shell)), shell));
  }

  @PostMapping("/console/{slug}/results/held/release")
  ModelAndView release(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String result,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "false") String dropped,
      @RequestParam(defaultValue = "") String reason,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ISSUER);
    return decide(
        organisation,
        new Asked(result, plain(cause), dropped.equals("true")),
        Decision.RELEASED,
        reason.strip(),
        shell);
  }

  @PostMapping("/console/{slug}/results/held/drop")
  ModelAndView drop(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String result,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String reason,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return decide(
        organisation,
        new Asked(result, plain(cause), false),
        Decision.DROPPED,
        reason.strip(),
        shell);
  }

  private ModelAndView decide(
      Organisation organisation, Asked asked, Decision decision, String reason, Shell shell) {
    var ids = meant(organisation, asked);
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      return View.of(
          "results/held",
          page(organisation, asked, null, new Said(reason, true, ""), shell),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var actor = StaffDoor.actor(shell);
    int many =
        switch (decision) {
          case RELEASED -> held.release(actor, organisation.id(), ids, reason);
          case DROPPED -> held.drop(actor, organisation.id(), ids, reason);
        };
    var next = asked.one().isPresent() ? "?dropped=" + asked.dropped() : asked.query();
    return SeeOther.at(
        shell.link(path(organisation) + next + "&done=" + decision.name() + "." + many));
  }

  /** The result that a form names, or those of its cause that wait longest. */
  private List<ResultId> meant(Organisation organisation, Asked asked) {
    if (asked.one().isPresent()) {
      return List.of(known(organisation, asked.one().get()).id());
    }
    if (asked.cause().isEmpty()) {
      throw new Problem.NotFound("no result and no cause is named");
    }
    return held
        .list(
            organisation.id(),
            new HeldWish(asked.dropped(), asked.cause(), null),
            HeldResults.AT_ONCE)
        .stream()
        .map(HeldResult::id)
        .toList();
  }

  private HeldResult known(Organisation organisation, ResultId id) {
    return held.find(organisation.id(), id).orElseThrow(() -> new Problem.NotFound("result " + id));
  }

  static String path(Organisation organisation) {
    return ResultsPages.path(organisation.slug()) + "/held";
  }

  private HeldPage page(
      Organisation organisation,
      Asked asked,
      HeldWish.@Nullable Place after,
      Said said,
      Shell shell) {
    var path = path(organisation);
    var wish = new HeldWish(asked.dropped(), asked.cause(), after);
    var one = asked.one().map(id -> known(organisation, id));
    var found =
        one.map(List::of).orElseGet(() -> held.list(organisation.id(), wish, ON_A_PAGE + 1));
    var causes = held.causes(organisation.id(), wish);
    boolean more = found.size() > ON_A_PAGE;
    return new HeldPage(
        organisation.slug(),
        organisation.name(),
        door.may(shell, organisation, Role.ISSUER),
        door.may(shell, organisation, Role.ADMIN) && !asked.dropped(),
        asked.dropped(),
        one.isPresent(),
        causes.entrySet().stream()
            .map(e ->
                new HeldPage.Cause(
                    Causes.known(e.getKey()),
                    e.getValue(),
                    path + new Asked("", e.getKey(), asked.dropped()).query()))
            .toList(),
        asked.cause(),
        causes.getOrDefault(asked.cause(), 0L),
        HeldResults.AT_ONCE,
        said.reason(),
        said.wrong(),
        said.done(),
        path,
        found.stream().limit(ON_A_PAGE).map(r -> row(organisation, r, shell)).toList(),
        more ? path + asked.query() + "&after=" + place(found.get(ON_A_PAGE - 1)) : "");
  }

  private static HeldPage.Row row(Organisation organisation, HeldResult result, Shell shell) {
    var score = result.score();
    return new HeldPage.Row(
        result.id().toString(),
        result.candidateName(),
        "/console/" + organisation.slug() + "/people/" + result.dossier().value(),
        result.provider().title(),
        result.number(),
        result.candidateNumber(),
        result.examCode(),
        result.takenAt(),
        result.outcome().name(),
        score == null ? "" : score.toPlainString(),
        result.standing() == Standing.FINAL
            ? List.of(shell.t("results.held.counts"))
            : Sentences.of(shell, result.reasons()),
        result.canBeReleased());
  }

  private static String said(String done, Shell shell) {
    if (!done.matches("(RELEASED|DROPPED)\\.\\d{1,5}")) {
      return "";
    }
    int dot = done.indexOf('.');
    return shell.n(
        "results.held.done." + done.substring(0, dot), Long.parseLong(done.substring(dot + 1)));
  }

  /** A cause as our own links spell it; anything else means all. */
  private static String plain(String cause) {
    return cause.matches("[a-z0-9.-]{1,60}") ? cause : "";
  }

  private static String place(HeldResult last) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, last.saidAt()) + "_" + last.id();
  }

  /** A place as {@link #place(HeldResult)} writes it; the beginning for anything else. */
  private static HeldWish.@Nullable Place place(String text) {
    if (!text.matches("\\d{1,17}_" + ID)) {
      return null;
    }
    int cut = text.indexOf('_');
    return new HeldWish.Place(
        Instant.EPOCH.plus(Long.parseLong(text.substring(0, cut)), ChronoUnit.MICROS),
        UUID.fromString(text.substring(cut + 1)));
  }

  /** Causes that have words of their own. */
  static final class Causes {
    private static final List<String> KNOWN =
        List.of(
            "held-by-provider",
            "no-grade",
            "no-show-passed",
            "pass-below-mark",
            "fail-above-mark",
            "score-out-of-range",
            "contradicts-earlier-row");

    private Causes() {}

    static String known(String code) {
      return KNOWN.contains(code) ? code : "other";
    }
  }
}
