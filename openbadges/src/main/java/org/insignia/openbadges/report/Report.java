package org.insignia.openbadges.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of verification.
 *
 * @param authentic whether its issuer signed exactly this; null where that could not be checked
 * @param conformant whether it keeps to its standard; null where that could not be checked. Many
 *     badges in the field are authentic and not conformant
 * @param findings every step taken, in the order of {@link Step}
 * @param credential the document that was judged, out of its envelope; null where none was read
 * @param parts endorsements and embedded credentials, each with a report of its own
 */
public record Report(
    CredentialKind kind,
    Verdict verdict,
    @Nullable Boolean authentic,
    @Nullable Boolean conformant,
    List<Finding> findings,
    @Nullable JsonObject credential,
    List<Part> parts) {
  public Report {
    findings = List.copyOf(findings);
    parts = List.copyOf(parts);
  }

  /**
   * A credential inside of the credential.
   *
   * @param pointer JSON Pointer of where it stands
   */
  public record Part(String pointer, Step step, Report report) {}

  /** This report and one finding more, which changes no verdict. */
  public Report and(Finding finding) {
    var more = new ArrayList<>(findings);
    more.add(finding);
    return new Report(kind, verdict, authentic, conformant, more, credential, parts);
  }

  /** The first finding that is neither passed nor skipped; null where there is none. */
  public @Nullable Finding complaint() {
    return findings.stream()
        .filter(f -> f instanceof Finding.Failed || f instanceof Finding.Unchecked)
        .findFirst()
        .orElse(null);
  }

  /**
   * The report for programs: {@code {"verdict", "authentic", "conformant", "findings": [{"step",
   * "outcome", "code", "detail"}]}}.
   */
  public JsonObject toJson() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("verdict", verdict.text());
    members.put("authentic", flag(authentic));
    members.put("conformant", flag(conformant));
    members.put("findings", findings.stream().map(Report::finding).toList());
    return (JsonObject) JsonValue.from(members);
  }

  private static JsonValue flag(@Nullable Boolean flag) {
    return flag == null ? new JsonNull() : JsonValue.of(flag.booleanValue());
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("step", finding.step().text());
    switch (finding) {
      case Finding.Passed passed -> put(members, "passed", "ok");
      case Finding.Failed failed -> put(members, "failed", failed.reason().text());
      case Finding.Unchecked open -> put(members, "unchecked", open.reason().text());
      case Finding.Skipped skipped -> put(members, "skipped", "not-applicable");
    }
    members.put("detail", finding.detail());
    return members;
  }

  private static void put(Map<String, Object> members, String outcome, String code) {
    members.put("outcome", outcome);
    members.put("code", code);
  }
}
