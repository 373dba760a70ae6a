package org.insignia.server.verification.view;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A report as people read it; all words are text keys, so that it can be kept and shown in every
 * language.
 *
 * @param verdict the one word
 * @param key text key stem of the verdict: {@code .title} and {@code .meaning}
 * @param tone good, warn, bad or open (not checked)
 * @param why text key of the reason that decided; empty for good news
 * @param authentic whether its issuer signed exactly this; null where that could not be checked
 * @param conformant whether it keeps to its standard; null where that could not be checked
 * @param passed how many steps passed
 * @param taken how many steps there were to take
 * @param badge what the document says; null where there is none to show
 * @param parts credentials inside of it
 */
public record ReportView(
    Verdict verdict,
    String key,
    String tone,
    String why,
    @Nullable Boolean authentic,
    @Nullable Boolean conformant,
    List<StepView> steps,
    int passed,
    int taken,
    @Nullable BadgeView badge,
    List<PartView> parts) {
  private static final int MOST_PARTS = 50;

  public ReportView {
    steps = List.copyOf(steps);
    parts = List.copyOf(parts);
  }

  /**
   * A credential inside of the credential.
   *
   * @param name what it says it is for; empty where it does not say
   */
  public record PartView(String name, String verdictKey, String tone) {}

  /** Reads a report with all that the document says; links in it are followed by the reader. */
  public static ReportView of(Report report, BadgeReader reader) {
    var badge = report.credential() == null ? null : reader.read(report.credential());
    var parts = report.parts().stream().limit(MOST_PARTS).map(part -> part(part, reader)).toList();
    return of(report, badge, parts);
  }

  /** Only verdict and steps: small enough to be kept. */
  public static ReportView ofSteps(Report report) {
    return of(report, null, List.of());
  }

  private static ReportView of(Report report, @Nullable BadgeView badge, List<PartView> parts) {
    var steps = steps(report);
    int passed = (int) steps.stream().filter(s -> s.tone().equals("good")).count();
    int skipped = (int) steps.stream().filter(s -> s.tone().equals("none")).count();
    return new ReportView(
        report.verdict(),
        "verification.verdict." + report.verdict().text(),
        Tone.of(report.verdict()),
        why(report),
        report.authentic(),
        report.conformant(),
        steps,
        passed,
        steps.size() - skipped,
        badge,
        parts);
  }

  /** What its own signature says of the PDF that the badge came in; null for any other form. */
  public @Nullable StepView document() {
    return steps.stream()
        .filter(step -> step.code().equals(Step.DOCUMENT.text()))
        .findFirst()
        .orElse(null);
  }

  /** Whether everything that could be asked is good: the only case for the colour of good news. */
  public boolean isValid() {
    return verdict == Verdict.VALID;
  }

  /** Whether what the document says was signed by its issuer. */
  public boolean isConfirmed() {
    return Boolean.TRUE.equals(authentic);
  }

  private static List<StepView> steps(Report report) {
    return report.findings().stream()
        .collect(Collectors.groupingBy(Finding::step, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(step -> StepView.of(step.getKey(), step.getValue()))
        .toList();
  }

  private static PartView part(Report.Part part, BadgeReader reader) {
    var inside = part.report();
    var badge = inside.credential() == null ? null : reader.read(inside.credential());
    return new PartView(
        badge == null ? "" : badge.name(),
        "verification.verdict." + inside.verdict().text() + ".title",
        Tone.of(inside.verdict()));
  }

  /** What failed decides; only where nothing failed, what could not be checked. */
  private static String why(Report report) {
    return switch (report.verdict()) {
      case VALID, UNKNOWN_ISSUER, REVOKED, SUSPENDED, EXPIRED, NOT_YET_VALID -> "";
      case INVALID -> first(report, Finding.Failed.class);
      case UNCHECKED -> first(report, Finding.Unchecked.class);
    };
  }

  /** That nobody signed it says more than that it is badly written. */
  private static String first(Report report, Class<? extends Finding> kind) {
    return report.findings().stream()
        .filter(kind::isInstance)
        .min(Comparator.comparingInt(ReportView::rank))
        .map(StepView::reason)
        .orElse("");
  }

  private static int rank(Finding finding) {
    return switch (finding.step()) {
      case PARSE, PROOF, ISSUER -> 0;
      case CONFORMANCE -> 2;
      case DATA_MODEL,
          CONTEXT,
          REFRESH,
          STATUS,
          VALIDITY,
          RECIPIENT,
          ENDORSEMENTS,
          EMBEDDED,
          TRUST,
          DOCUMENT ->
          1;
    };
  }
}
