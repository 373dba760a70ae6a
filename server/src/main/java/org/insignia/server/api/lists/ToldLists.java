package org.insignia.server.api.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insignia.server.issuing.bulk.Run;
import org.insignia.server.issuing.bulk.RunRow;
import org.insignia.server.issuing.bulk.Runs;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.results.Finding;
import org.springframework.stereotype.Component;

/** Lists and their rows as programs see them. */
@Component
class ToldLists {
  private final Runs runs;
  private final Texts texts;

  ToldLists(Runs runs, Texts texts) {
    this.runs = runs;
    this.texts = texts;
  }

  /** A list without its rows. */
  RunJson bare(Run run) {
    return json(run, List.of(), 0);
  }

  /**
   * @param problems what was found about it beside what is stored
   * @param most of its rows that gave nothing
   */
  RunJson json(Run run, List<Finding> problems, int most) {
    boolean finished = !run.state().isAtWork();
    List<RunRow> rows =
        finished && most > 0 ? runs.rows(run, null, 0, most + 1) : List.<RunRow>of();
    List<Finding> said = new ArrayList<>(problems);
    said.addAll(run.problem());
    var counts = run.counts();
    return new RunJson(
        run.id().toString(),
        run.fileName(),
        run.by(),
        run.receivedAt(),
        run.state().name(),
        finished,
        run.percent(),
        run.notBefore(),
        run.finishedAt(),
        counts.rows(),
        counts.accepted(),
        counts.duplicates(),
        counts.refused(),
        said.stream().map(this::english).toList(),
        rows.stream().limit(most).map(this::row).toList(),
        rows.size() > most);
  }

  RunJson.Row row(RunRow row) {
    var credential = row.credential();
    return new RunJson.Row(
        row.line(),
        row.verdict().name().toLowerCase(Locale.ROOT),
        row.column(),
        String.join(" ", row.findings().stream().map(this::english).toList()),
        row.findings().stream().map(Finding::code).toList(),
        row.recipient(),
        credential == null ? null : credential.value());
  }

  String english(Finding finding) {
    var key =
        finding.code().startsWith("issue.")
            ? "issuing.finding." + finding.code().substring("issue.".length())
            : "results.finding." + finding.code();
    return texts.has(key)
        ? texts.text(Language.EN, key, finding.args().toArray())
        : finding.toString();
  }
}
