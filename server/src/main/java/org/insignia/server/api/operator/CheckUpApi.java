package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.insignia.server.api.json.Body;
import org.insignia.server.platform.checkup.CheckUp;
import org.insignia.server.platform.checkup.CheckUps;
import org.insignia.server.platform.fsck.Report;
import org.insignia.server.platform.fsck.Violation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether all that is stored is sound. */
@RestController
@RequestMapping("/rest/v1/server/health")
class CheckUpApi {
  private final OperatorDoor door;
  private final CheckUps checkUps;
  private final Texts texts;

  CheckUpApi(OperatorDoor door, CheckUps checkUps, Texts texts) {
    this.door = door;
    this.checkUps = checkUps;
    this.texts = texts;
  }

  /**
   * What there is to know.
   *
   * @param running null where none waits or is under way
   * @param last null where none was ever done
   */
  record Json(@Nullable Running running, @Nullable Last last) {}

  /**
   * One that waits or is under way.
   *
   * @param rule the one that is being checked; null before it begins
   */
  record Running(
      Instant askedAt, boolean everything, int done, int rules, @Nullable String rule, long rows) {}

  /** One that is done; rules that are broken first. */
  record Last(
      Instant begunAt,
      Instant endedAt,
      boolean everything,
      boolean sound,
      long broken,
      List<Rule> rules) {}

  /**
   * What one rule saw.
   *
   * @param invariant number of the invariant that it belongs to, in docs/integrity.md
   * @param problem why it could not be checked to its end; null where it was
   * @param violations the first of them
   */
  record Rule(
      String rule,
      String title,
      int invariant,
      boolean holds,
      long rows,
      long broken,
      @Nullable String problem,
      List<Violation> violations) {}

  @GetMapping
  ResponseEntity<Json> look(HttpServletRequest request) {
    door.enter(request);
    return answer(HttpStatus.OK);
  }

  /** While another waits or is under way, that is the one. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Json> ask(@RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    var body = Body.of(json);
    boolean everything = body.flag("everything", false);
    body.end();
    checkUps.ask(actor, everything);
    checkUps.wake();
    return answer(HttpStatus.ACCEPTED);
  }

  private ResponseEntity<Json> answer(HttpStatus status) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .body(
            new Json(
                checkUps.open().map(this::running).orElse(null),
                checkUps.last().map(CheckUp::report).map(this::last).orElse(null)));
  }

  private Running running(CheckUp checkUp) {
    return new Running(
        checkUp.askedAt(),
        checkUp.everything(),
        checkUp.done(),
        checkUps.rules(),
        checkUp.rule().isEmpty() ? null : checkUp.rule(),
        checkUp.rows());
  }

  private Last last(Report report) {
    return new Last(
        report.begun(),
        report.ended(),
        report.everything(),
        report.sound(),
        report.broken(),
        report.rules().stream()
            .sorted(Comparator.comparing(Report.Rule::holds))
            .map(this::rule)
            .toList());
  }

  private Rule rule(Report.Rule rule) {
    return new Rule(
        rule.key(),
        texts.text(Language.EN, "fsck." + rule.key() + ".title"),
        rule.number(),
        rule.holds(),
        rule.rows(),
        rule.broken(),
        rule.problem().isEmpty() ? null : rule.problem(),
        rule.violations());
  }
}
