package org.insignia.openbadges.verify;

import java.util.List;
import java.util.regex.Pattern;
import org.insignia.openbadges.datamodel.PartTypes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.schema.SchemaCheck;
import org.insignia.openbadges.schema.SchemaProblem;

/** Step 1, the standard's own rules: order of contexts, JSON schema, a recipient. */
final class ConformanceCheck implements Check {
  private static final Pattern OB =
      Pattern.compile(
          "https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.0\\.[0-9]+)?\\.json");
  private static final Pattern CLR =
      Pattern.compile(
          "https://purl\\.imsglobal\\.org/spec/clr/v2p0/context(-2\\.0\\.[0-9]+)?\\.json");

  @Override
  public void run(Examination examination) {
    Findings findings = examination.findings();
    CredentialKind kind = examination.kind();
    if (kind == CredentialKind.CREDENTIAL || kind == CredentialKind.UNKNOWN) {
      findings.skipped(Step.CONFORMANCE, "no standard beyond that of verifiable credentials");
      return;
    }
    contexts(examination);
    List<SchemaProblem> problems = SchemaCheck.bundled().problems(examination.document());
    for (SchemaProblem problem : problems) {
      findings.failed(
          Step.CONFORMANCE, Reason.NOT_THE_SCHEMA, problem.pointer() + ": " + problem.detail());
    }
    recipient(examination);
    for (MalformedCredential problem : PartTypes.problems(examination.document())) {
      findings.failed(Step.CONFORMANCE, Reason.WRONG_TYPE, String.valueOf(problem.getMessage()));
    }
    OwnSchemas.check(examination);
    if (!findings.hasFailed(Step.CONFORMANCE)) {
      findings.passed(Step.CONFORMANCE, "keeps to its JSON schema");
    }
  }

  private static void contexts(Examination examination) {
    List<JsonValue> contexts = examination.document().list("@context");
    List<Pattern> wanted =
        examination.kind() == CredentialKind.CLR_2 ? List.of(CLR, OB) : List.of(OB);
    for (int i = 0; i < wanted.size(); i++) {
      JsonValue context = i + 1 < contexts.size() ? contexts.get(i + 1) : null;
      if (!(context instanceof JsonString url) || !wanted.get(i).matcher(url.value()).matches()) {
        examination
            .findings()
            .failed(
                Step.CONFORMANCE,
                Reason.CONTEXT_ORDER,
                "/@context/" + (i + 1) + ": not the context that stands there");
      }
    }
  }

  private static void recipient(Examination examination) {
    if (examination.kind() == CredentialKind.ENDORSEMENT_3) {
      return;
    }
    for (JsonObject subject : examination.subjects()) {
      if (subject.get("id") == null && subject.get("identifier") == null) {
        examination
            .findings()
            .failed(
                Step.CONFORMANCE,
                Reason.NO_RECIPIENT,
                "/credentialSubject: neither id nor identifier");
      }
    }
  }
}
