package org.insignia.server.support.missing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.CandidateView;
import org.insignia.server.results.TakenExam;
import org.springframework.stereotype.Component;

/** Writes a walk for whoever asked. */
@Component
final class WalkViews {
  private static final Map<Walk.State, String> TONES =
      Map.of(
          Walk.State.PASSED, "good",
          Walk.State.STUCK, "warn",
          Walk.State.NOT_REACHED, "none");

  private final FoundWords words;

  WalkViews(FoundWords words) {
    this.words = words;
  }

  WalkView of(Facts facts, Actions actions, Shell shell) {
    var walk = Walk.of(facts);
    var found = walk.found();
    boolean clear = found.isEmpty() && facts.held();
    var summary =
        clear
            ? shell.t("support.walk.clear")
            : found.isEmpty()
                ? shell.t("support.walk.nothing")
                : shell.n("support.walk.found", found.size());
    var credential = facts.issued().credential();
    return new WalkView(
        facts.wanted().title(),
        facts.wanted().organisation().name(),
        summary,
        clear,
        facts.held() && !facts.byStaff() && credential != null ? credential.path() : "",
        walk.steps().stream().map(step -> step(step, facts, actions, shell)).toList());
  }

  private WalkView.Step step(Walk.Step step, Facts facts, Actions actions, Shell shell) {
    return new WalkView.Step(
        shell.t("support.hop." + step.hop().name() + ".title"),
        Objects.requireNonNull(TONES.get(step.state())),
        shell.t("support.state." + step.state().name()),
        step.state() == Walk.State.PASSED ? passed(step.hop(), facts, shell) : "",
        step.found().stream().map(found -> cause(found, facts, actions, shell)).toList());
  }

  private WalkView.Cause cause(Found found, Facts facts, Actions actions, Shell shell) {
    var language = shell.language();
    return new WalkView.Cause(
        words.title(language, found),
        facts.byStaff() ? words.forStaff(language, found) : words.forEarner(language, found),
        words.quote(language, found),
        found.cause().remedies(facts).stream().flatMap(r -> actions.of(r).stream()).toList());
  }

  /** What is known at a station where nothing is wrong. */
  private static String passed(Hop hop, Facts facts, Shell shell) {
    var key = "support.hop." + hop.name() + ".ok";
    return switch (hop) {
      case PROVIDER, CANDIDATE, RESULT, RULE ->
          facts.byHand() ? shell.t("support.by-hand") : ofResults(hop, key, facts, shell);
      case CREDENTIAL -> {
        var credential = Objects.requireNonNull(facts.issued().credential());
        yield shell.t(key, shell.date(credential.issuedAt()));
      }
      case MAIL -> {
        var claim = Objects.requireNonNull(facts.issued().claim());
        yield facts.offeredToOther()
            ? shell.t("support.hop.MAIL.other", shell.date(claim.offeredAt()))
            : shell.t(key, claim.recipient().value(), shell.date(claim.offeredAt()));
      }
      case ACCOUNT, PRIVACY -> shell.t(key);
    };
  }

  private static String ofResults(Hop hop, String key, Facts facts, Shell shell) {
    var language = shell.language();
    return switch (hop) {
      case PROVIDER -> shell.t(key, FoundWords.list(language, providers(facts)));
      case CANDIDATE ->
          shell.n(
              key,
              facts.records().size(),
              FoundWords.list(
                  language, facts.records().stream().map(CandidateView::name).distinct().toList()));
      case RESULT -> {
        var passed =
            facts.records().stream()
                .flatMap(r -> r.exams().stream())
                .filter(TakenExam::counts)
                .map(e -> e.examCode().toUpperCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        yield passed.isEmpty()
            ? shell.t("support.hop.RESULT.none")
            : shell.t(key, FoundWords.list(language, passed));
      }
      default -> shell.t(key);
    };
  }

  private static List<String> providers(Facts facts) {
    return facts.records().stream()
        .map(record -> FoundWords.provider(record.provider().value()))
        .distinct()
        .collect(Collectors.toList());
  }
}
