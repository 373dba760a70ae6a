package org.insignia.server.api.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.api.tokens.Callers;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.Finding;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes lists from programs and tells what became of them. */
@RestController
@RequestMapping("/rest/v1/issue")
class IssueApi {
  private static final int MOST_ROWS = 10_000;

  private final Callers callers;
  private final Achievements achievements;
  private final Runs runs;
  private final ToldLists told;

  IssueApi(Callers callers, Achievements achievements, Runs runs, ToldLists told) {
    this.callers = callers;
    this.achievements = achievements;
    this.runs = runs;
    this.told = told;
  }

  /**
   * The body is the list, as it is; it is worked through in the background once it is stored.
   *
   * @param key the same key again finds the list that it brought before, and issues nothing
   * @param badge slug of the badge for rows that name none
   * @param dry whether it is only tried
   * @param hold whether it waits for its columns to be looked at, and to be started
   */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunJson take(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @RequestParam(name = "file", defaultValue = "list.csv") String fileName,
      @RequestParam Optional<String> organisation,
      @RequestParam(defaultValue = "") String badge,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "false") boolean quiet,
      @RequestParam(defaultValue = "false") boolean dry,
      @RequestParam(defaultValue = "false") boolean hold,
      HttpServletRequest request)
      throws IOException {
    var caller = callers.require(authorization, Scope.ISSUE_WRITE);
    if (key.length() > 255) {
      throw new Problem.Invalid("Idempotency-Key", "at most 255 characters");
    }
    var whose = callers.meant(caller, organisation);
    var choices =
        new Run.Choices(
            badge.isEmpty() ? null : badge(whose, badge).id(), Language.of(language), quiet);
    UUID id = runs.take(whose.id(), caller.actor(), key, fileName, request.getInputStream());
    var run = runs.get(whose.id(), id);
    List<Finding> problems = hold ? held(run, choices) : begin(caller.actor(), run, choices, dry);
    return told.json(runs.get(whose.id(), id), problems, 0);
  }

  private Achievement badge(Organisation organisation, String slug) {
    return achievements
        .bySlug(organisation.id(), slug)
        .orElseThrow(() -> new Problem.Invalid("badge", "there is no badge " + slug));
  }

  /** Notes what was chosen, and says what stands in the way of starting it. */
  private List<Finding> held(Run run, Run.Choices choices) {
    if (run.state() != Run.State.OPEN) {
      return List.of();
    }
    var plan = run.shape().plan();
    runs.choose(run.organisation(), run.id(), run.shape().encoding(), plan.columns(), choices);
    return plan.problems(choices.achievement() != null);
  }

  /** Starts what nobody has touched; where the columns are not plain, it ends and says why. */
  private List<Finding> begin(String by, Run run, Run.Choices choices, boolean dry) {
    if (run.state() != Run.State.OPEN) {
      return List.of();
    }
    var plan = run.shape().plan();
    var problems = plan.problems(choices.achievement() != null);
    if (!problems.isEmpty()) {
      runs.cancel(by, run.organisation(), run.id());
      return problems;
    }
    runs.choose(run.organisation(), run.id(), run.shape().encoding(), plan.columns(), choices);
    if (dry) {
      runs.check(run.organisation(), run.id());
    } else {
      runs.start(by, run.organisation(), run.id(), null);
    }
    return List.of();
  }

  /**
   * @param rows how many of the rows that gave nothing to list
   */
  @GetMapping("/{id}")
  RunJson report(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @PathVariable UUID id,
      @RequestParam Optional<String> organisation,
      @RequestParam(defaultValue = "100") int rows) {
    var caller = callers.require(authorization, Scope.ISSUE_WRITE);
    var run = runs.get(callers.meant(caller, organisation).id(), id);
    return told.json(run, List.of(), Math.clamp(rows, 0, MOST_ROWS));
  }
}
