package org.insignia.openbadges.verify;

import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;

/**
 * Step 3: asks once for a newer form, and only for a credential that is authentic. A newer form of
 * the same issuer and id takes its place; any failure leaves the one in hand.
 */
final class RefreshCheck implements Check {
  private static final String TYPE = "1EdTechCredentialRefresh";

  @Override
  public void run(Examination examination) {
    Findings findings = examination.findings();
    List<JsonObject> services =
        Examination.objects(examination.document().get("refreshService")).stream()
            .filter(service -> service.list("type").contains(JsonValue.of(TYPE)))
            .toList();
    if (services.isEmpty()) {
      findings.skipped(Step.REFRESH, "there is no refresh service that is known here");
    } else if (!Boolean.TRUE.equals(findings.authentic())) {
      findings.skipped(Step.REFRESH, "not asked for what is not authentic");
    } else {
      String url = Objects.requireNonNullElse(services.getFirst().string("id"), "");
      switch (examination.desk().allowance().load(url)) {
        case Loaded.Document document -> newer(examination, document);
        case Loaded.Gone gone -> findings.skipped(Step.REFRESH, "no newer form: " + gone.status());
        case Loaded.Unavailable open ->
            findings.skipped(Step.REFRESH, "the one in hand is judged: " + open.reason());
      }
    }
  }

  private static void newer(Examination examination, Loaded.Document fetched) {
    Findings findings = examination.findings();
    try {
      Report report = examination.desk().judgeWithoutRefresh(Source.text(fetched.body().utf8()));
      JsonObject newer = report.credential();
      if (newer == null || !Boolean.TRUE.equals(report.authentic())) {
        findings.skipped(Step.REFRESH, "what came is not authentic; the one in hand is judged");
      } else if (!same(examination, newer, "id") || !sameIssuer(examination, newer)) {
        findings.skipped(
            Step.REFRESH, "what came is another credential; the one in hand is judged");
      } else if (report.verdict() == Verdict.INVALID) {
        findings.skipped(Step.REFRESH, "what came is not sound; the one in hand is judged");
      } else {
        examination.part(new Report.Part("/refreshService", Step.REFRESH, report));
        examination.replace(newer);
        findings.passed(Step.REFRESH, "the newest form is judged");
      }
    } catch (MalformedCredential e) {
      findings.skipped(
          Step.REFRESH, "what came cannot be read; the one in hand is judged: " + e.getMessage());
    }
  }

  private static boolean same(Examination examination, JsonObject newer, String member) {
    String id = examination.document().string(member);
    return id != null && id.equals(newer.string(member));
  }

  private static boolean sameIssuer(Examination examination, JsonObject newer) {
    String issuer = examination.signer();
    return issuer != null && issuer.equals(Examination.id(newer.get("issuer")));
  }
}
