package org.insignia.server.platform.fsck;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import tools.jackson.databind.json.JsonMapper;

/** A report on a terminal, and as JSON. */
public final class PrintedReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Texts texts;
  private final PrintStream out;

  /** Prints there. */
  public PrintedReport(Texts texts, PrintStream out) {
    this.texts = texts;
    this.out = out;
  }

  /** One rule: what was checked, how many rows, how long, and what is broken. */
  public void rule(Report.Rule rule) {
    out.printf(
        Locale.ROOT,
        "%-4s %-7s %,13d rows %9.1f s  %s%n",
        "I" + rule.number(),
        rule.holds() ? "ok" : rule.problem().isEmpty() ? "BROKEN" : "FAILED",
        rule.rows(),
        rule.millis() / 1000.0,
        text(rule, "title"));
    for (var violation : rule.violations()) {
      out.println("       " + violation.subject() + " " + violation.what());
    }
    if (rule.broken() > rule.violations().size()) {
      out.printf(Locale.ROOT, "       and %,d more%n", rule.broken() - rule.violations().size());
    }
    if (!rule.problem().isEmpty()) {
      out.println("       could not be checked to its end: " + rule.problem());
    } else if (!rule.holds()) {
      out.println("       What to do: " + text(rule, "remedy"));
    }
  }

  /** The sum of it. */
  public void end(Report report) {
    long rows = report.rules().stream().mapToLong(Report.Rule::rows).sum();
    double seconds = Duration.between(report.begun(), report.ended()).toMillis() / 1000.0;
    out.printf(
        Locale.ROOT,
        "%n%d rules, %,d rows in %.1f s: %s%s%n",
        report.rules().size(),
        rows,
        seconds,
        report.sound() ? "everything holds" : "%,d broken".formatted(report.broken()),
        report.everything() ? "" : " (documents: a sample; --all verifies every one)");
  }

  private String text(Report.Rule rule, String what) {
    return texts.text(Language.EN, "fsck." + rule.key() + "." + what);
  }

  /** The whole report as one JSON object. */
  public static String json(Report report) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("sound", report.sound());
    whole.put("begun", report.begun().toString());
    whole.put("ended", report.ended().toString());
    whole.put("everything", report.everything());
    whole.put("rules", report.rules().stream().map(PrintedReport::members).toList());
    return JSON.writeValueAsString(whole);
  }

  private static Map<String, Object> members(Report.Rule rule) {
    var one = new LinkedHashMap<String, Object>();
    one.put("rule", rule.key());
    one.put("invariant", "I" + rule.number());
    one.put("holds", rule.holds());
    one.put("rows", rule.rows());
    one.put("millis", rule.millis());
    one.put("broken", rule.broken());
    one.put("problem", rule.problem());
    one.put("violations", rule.violations());
    return one;
  }
}
