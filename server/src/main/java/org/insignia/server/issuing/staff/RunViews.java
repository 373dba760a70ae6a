package org.insignia.server.issuing.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.RunRow;
import org.insignia.server.issuing.bulk.RunRow.Verdict;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.issuing.hand.Column;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.Encoding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists in the words of their pages. */
@Component
class RunViews {
  static final int ON_A_PAGE = 100;
  private static final int KEPT_ROWS = 100_000;
  private static final int MOST_UNSIGNED = 100_000;
  private static final int SAMPLE = 80;

  private final Achievements achievements;
  private final Credentials credentials;
  private final Runs runs;
  private final Clock clock;

  RunViews(Achievements achievements, Credentials credentials, Runs runs, Clock clock) {
    this.achievements = achievements;
    this.credentials = credentials;
    this.runs = runs;
    this.clock = clock;
  }

  ColumnsPage columns(Organisation organisation, Run run, List<Finding> problems, Shell shell) {
    var samples = runs.samples(run);
    var header = run.shape().header();
    var cells =
        IntStream.range(0, header.size())
            .mapToObj(i ->
                new ColumnsPage.Cell(
                    "column-" + i,
                    header.get(i).isBlank() ? Integer.toString(i + 1) : header.get(i).strip(),
                    run.shape().plan().columns().get(i).name(),
                    samples.stream()
                        .map(row -> i < row.size() ? cut(row.get(i)) : "")
                        .filter(text -> !text.isBlank())
                        .toList()))
            .toList();
    var chosen = run.choices().achievement();
    return new ColumnsPage(
        organisation.slug(),
        organisation.name(),
        RunPages.path(organisation.slug()) + "/" + run.id(),
        run.fileName(),
        problems.stream().map(p -> Sentences.of(shell, p)).toList(),
        run.problem().stream().map(p -> Sentences.of(shell, p)).toList(),
        run.shape().encoding() == Encoding.WINDOWS_1252,
        cells,
        Arrays.stream(Column.values()).map(Column::name).toList(),
        badges(organisation, shell),
        chosen == null ? "" : achievements.get(chosen).slug(),
        Language.all(),
        run.choices().language().tag(),
        run.choices().quiet());
  }

  private List<IssuePage.Choice> badges(Organisation organisation, Shell shell) {
    return achievements.all(organisation.id()).stream()
        .filter(Achievement::isOffered)
        .map(a -> new IssuePage.Choice(a.slug(), a.words(shell.language()).name()))
        .sorted(Comparator.comparing(IssuePage.Choice::name))
        .toList();
  }

  private static String cut(String text) {
    return text.length() > SAMPLE ? text.substring(0, SAMPLE) + "…" : text;
  }

  RunPage run(Organisation organisation, Run run, String verdict, long after, Shell shell) {
    var path = RunPages.path(organisation.slug()) + "/" + run.id();
    var shown = verdict(verdict);
    var rows = runs.rows(run, shown, after, ON_A_PAGE + 1);
    var word = shown == null ? "" : shown.name();
    var last = rows.size() > ON_A_PAGE ? rows.get(ON_A_PAGE - 1) : null;
    var counts = run.counts();
    Instant begins = run.notBefore();
    boolean waits =
        run.state() == Run.State.RUNNING && begins != null && begins.isAfter(clock.instant());
    return new RunPage(
        organisation.slug(),
        organisation.name(),
        path,
        run.fileName(),
        tone(run),
        run.state().name(),
        waits ? shell.t("issuing.run.waits") : state(run, shell),
        run.receivedAt(),
        Sentences.of(shell, run.problem()),
        !run.hasGiven(),
        new RunPage.Counts(counts.rows(), counts.accepted(), counts.duplicates(), counts.refused()),
        run.percent(),
        run.state().isAtWork() ? pace(run, shell) : "",
        waits ? begins : null,
        run.state().isOver() ? credentials.countUnsigned(organisation.id(), MOST_UNSIGNED) : 0,
        run.choices().quiet(),
        word,
        rows.stream().limit(ON_A_PAGE).map(r -> row(organisation, r, shell)).toList(),
        last == null ? "" : shell.link(path + "?verdict=" + word + "&after=" + last.line()),
        shell.link(path + "/report.csv"),
        counts.duplicates() + counts.refused() > KEPT_ROWS ? KEPT_ROWS : 0,
        "",
        false);
  }

  private RunPage.Row row(Organisation organisation, RunRow row, Shell shell) {
    var credential = row.credential();
    return new RunPage.Row(
        row.line(),
        switch (row.verdict()) {
          case ISSUED -> "good";
          case DUPLICATE -> "none";
          case REFUSED -> "bad";
        },
        shell.t("issuing.verdict." + row.verdict().name()),
        row.column(),
        Sentences.of(shell, row.findings()),
        row.recipient(),
        credential == null
            ? ""
            : shell.link("/console/" + organisation.slug() + "/badges/" + credential.value()));
  }

  private static String pace(Run run, Shell shell) {
    Duration left = run.left();
    if (left == null || run.rate() == 0) {
      return "";
    }
    long seconds = Math.max(1, left.toSeconds());
    var rest =
        seconds < 120
            ? shell.n("issuing.run.seconds", seconds)
            : shell.n("issuing.run.minutes", Math.ceilDiv(seconds, 60));
    return shell.n("issuing.run.pace", run.rate(), rest);
  }

  static String state(Run run, Shell shell) {
    return shell.t("issuing.state." + run.state().name());
  }

  static String tone(Run run) {
    return switch (run.state()) {
      case OPEN -> "open";
      case CHECKING, CHECKED, RUNNING -> "info";
      case DONE -> run.counts().refused() == 0 ? "good" : "warn";
      case CANCELLED -> "none";
      case REFUSED -> "bad";
    };
  }

  /** A verdict out of an address; anything else means all that gave nothing. */
  static @Nullable Verdict verdict(String text) {
    return Arrays.stream(Verdict.values())
        .filter(v -> Objects.equals(v.name(), text))
        .findFirst()
        .orElse(null);
  }
}
