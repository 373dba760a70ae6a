package org.insignia.server.verification.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/**
 * One step as a sentence, with what stands behind it.
 *
 * @param key text key of the sentence
 * @param tone good, bad, open (not checked) or none (nothing to do)
 * @param code the step as written in the JSON report
 * @param reasons text keys, most often none or one
 * @param details technical findings, in English
 */
public record StepView(
    String key, String tone, String code, List<String> reasons, List<String> details) {
  private static final int MOST_DETAILS = 20;

  public StepView {
    reasons = List.copyOf(reasons);
    details = List.copyOf(details);
  }

  /** The worst of the findings speaks for the step. */
  static StepView of(Step step, List<Finding> findings) {
    var worst = findings.stream().max(Comparator.comparingInt(StepView::weight)).orElseThrow();
    var reasons = new ArrayList<String>();
    var details = new ArrayList<String>();
    for (var finding : findings) {
      var reason = reason(finding);
      if (!reason.isEmpty() && !reasons.contains(reason)) {
        reasons.add(reason);
      }
      if (!finding.detail().isEmpty() && details.size() < MOST_DETAILS) {
        details.add(PlainText.of(finding.detail()));
      }
    }
    return new StepView(
        "verification.step." + step.text() + "." + outcome(worst),
        Tone.of(worst),
        step.text(),
        reasons,
        details);
  }

  /** Text key of a reason. */
  public static String key(Reason reason) {
    return "verification.reason." + reason.text();
  }

  static String reason(Finding finding) {
    return switch (finding) {
      case Finding.Failed failed -> key(failed.reason());
      case Finding.Unchecked open -> key(open.reason());
      case Finding.Passed passed -> "";
      case Finding.Skipped skipped -> "";
    };
  }

  static String outcome(Finding finding) {
    return switch (finding) {
      case Finding.Passed passed -> "passed";
      case Finding.Failed failed -> "failed";
      case Finding.Unchecked open -> "unchecked";
      case Finding.Skipped skipped -> "skipped";
    };
  }

  private static int weight(Finding finding) {
    return switch (finding) {
      case Finding.Skipped skipped -> 0;
      case Finding.Passed passed -> 1;
      case Finding.Unchecked open -> 2;
      case Finding.Failed failed -> 3;
    };
  }
}
