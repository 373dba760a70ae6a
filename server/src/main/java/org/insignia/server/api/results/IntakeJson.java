package org.insignia.server.api.results;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.results.Finding;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.RowReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of results and their rows as programs see them. */
@Component
class IntakeJson {
  private final Texts texts;

  IntakeJson(Texts texts) {
    this.texts = texts;
  }

  /**
   * A file.
   *
   * @param provider {@code any} where each row says it
   * @param finishedAt null while it is worked on
   * @param notices what concerns the whole file, in English
   */
  record Report(
      UUID id,
      String file,
      String provider,
      String state,
      Instant receivedAt,
      @Nullable Instant finishedAt,
      int percent,
      long rows,
      long accepted,
      long duplicates,
      long held,
      long refused,
      List<String> notices) {}

  /**
   * A row.
   *
   * @param codes of the reasons, which stay the same in every version
   * @param detail the reasons in English
   */
  record Row(
      String part,
      long line,
      String verdict,
      String result,
      String candidate,
      String exam,
      String column,
      List<String> codes,
      String detail) {}

  Report report(IntakeReport report) {
    var notices =
        Stream.concat(
                report.problem().stream().map(this::english),
                report.parts().stream()
                    .flatMap(p -> Stream.concat(p.finding().stream(), p.notices().stream()))
                    .map(this::english))
            .distinct()
            .toList();
    return new Report(
        report.id().value(),
        report.fileName(),
        report.provider().map(p -> p.value()).orElse("any"),
        word(report.state()),
        report.receivedAt(),
        report.finishedAt(),
        report.percent(),
        report.rows(),
        report.accepted(),
        report.duplicates(),
        report.held(),
        report.refused(),
        notices);
  }

  Row row(RowReport row) {
    return new Row(
        row.part(),
        row.line(),
        word(row.verdict()),
        row.result(),
        row.candidate(),
        row.examCode(),
        row.column(),
        row.findings().stream().map(Finding::code).toList(),
        String.join("; ", row.findings().stream().map(this::english).toList()));
  }

  String english(Finding finding) {
    var key = "results.finding." + finding.code();
    return texts.has(key)
        ? texts.text(Language.EN, key, finding.args().toArray())
        : finding.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
