package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;

/** The credentials inside of a record or a presentation, each judged by itself. */
final class EmbeddedCheck implements Check {
  private static final int MAX_EMBEDDED = 100;

  @Override
  public void run(Examination examination) {
    boolean presentation = examination.kind() == CredentialKind.PRESENTATION;
    List<JsonValue> inside =
        presentation
            ? examination.document().list("verifiableCredential")
            : examination.subjects().stream()
                .flatMap(subject -> subject.list("verifiableCredential").stream())
                .toList();
    Findings findings = examination.findings();
    if (inside.isEmpty()) {
      findings.skipped(Step.EMBEDDED, "there are none");
    } else if (inside.size() > MAX_EMBEDDED) {
      findings.failed(Step.EMBEDDED, Reason.OVER_LIMIT, inside.size() + " credentials inside");
    } else {
      String at = presentation ? "" : "/credentialSubject";
      for (int i = 0; i < inside.size(); i++) {
        judge(examination, at + "/verifiableCredential/" + i, inside.get(i));
      }
      if (presentation) {
        trust(examination);
      }
    }
  }

  private static void judge(Examination examination, String pointer, JsonValue value) {
    Report report =
        switch (value) {
          case JsonObject o when SelfAsserted.is(examination, o) ->
              SelfAsserted.judge(examination, o);
          case JsonObject o -> report(examination, new Source.Document(o));
          case JsonString s -> report(examination, new Source.Token(s.value()));
          default -> null;
        };
    if (report == null) {
      return; // the data model has said that this is no credential
    }
    examination.part(new Report.Part(pointer, Step.EMBEDDED, report));
    String detail = pointer + ": " + report.verdict().text();
    Findings findings = examination.findings();
    switch (report.verdict()) {
      case VALID, UNKNOWN_ISSUER -> findings.passed(Step.EMBEDDED, detail);
      case INVALID -> findings.failed(Step.EMBEDDED, Reason.EMBEDDED_NOT_VALID, detail);
      case REVOKED, SUSPENDED, EXPIRED, NOT_YET_VALID -> notCurrent(examination, report, detail);
      case UNCHECKED -> findings.unchecked(Step.EMBEDDED, Reason.EMBEDDED_NOT_CHECKED, detail);
    }
  }

  private static Report report(Examination examination, Source source) {
    return examination.kind() == CredentialKind.PRESENTATION
        ? examination.desk().judgePresented(source)
        : examination.desk().judgeInside(source);
  }

  /** A record tells what was earned; a presentation of one revoked badge is not good by itself. */
  private static void notCurrent(Examination examination, Report report, String detail) {
    Findings findings = examination.findings();
    findings.failed(Step.EMBEDDED, Reason.EMBEDDED_NOT_CURRENT, detail);
    if (examination.kind() == CredentialKind.PRESENTATION) {
      switch (report.verdict()) {
        case REVOKED -> findings.failed(Step.EMBEDDED, Reason.REVOKED, detail);
        case SUSPENDED -> findings.failed(Step.EMBEDDED, Reason.SUSPENDED, detail);
        case EXPIRED -> findings.failed(Step.EMBEDDED, Reason.EXPIRED, detail);
        default -> findings.failed(Step.EMBEDDED, Reason.NOT_YET_VALID, detail);
      }
    }
  }

  /** A presentation is as well known as the least known of what it shows. */
  private static void trust(Examination examination) {
    boolean allKnown =
        examination.report().parts().stream()
            .allMatch(part -> part.report().verdict() == Verdict.VALID);
    if (allKnown) {
      examination.findings().passed(Step.TRUST, "the issuers are known here");
    } else {
      examination
          .findings()
          .failed(Step.TRUST, Reason.ISSUER_UNKNOWN, "not all issuers are known here");
    }
  }
}
