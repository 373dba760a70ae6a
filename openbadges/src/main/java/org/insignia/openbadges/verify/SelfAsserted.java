package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.intake.Enveloped;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;

/**
 * What the holder of a signed presentation says in a credential without a proof of its own: the
 * holder's signature covers it, if the holder is its issuer.
 */
final class SelfAsserted {
  /** The holder cannot make up for any of these by signing. */
  private static final List<Check> CHECKS =
      List.of(new DataModelCheck(), new StatusCheck(), new ValidityCheck());

  private SelfAsserted() {}

  static boolean is(Examination presentation, JsonObject inside) {
    String holder = presentation.signer();
    return presentation.kind() == CredentialKind.PRESENTATION
        && Boolean.TRUE.equals(presentation.findings().authentic())
        && inside.get("proof") == null
        && !Enveloped.is(inside)
        && holder != null
        && holder.equals(Examination.id(inside.get("issuer")));
  }

  static Report judge(Examination presentation, JsonObject inside) {
    Examination own = Examination.of(presentation.desk(), inside);
    Findings findings = own.findings();
    findings.passed(Step.PARSE, own.form());
    CHECKS.forEach(check -> check.run(own));
    findings.passed(Step.PROOF, "signed by the holder along with the presentation");
    findings.passed(Step.ISSUER, "the holder is the issuer");
    if (presentation.desk().inquiry().trustedIssuers().contains(presentation.signer())) {
      findings.passed(Step.TRUST, "the holder is known here");
    } else {
      findings.failed(Step.TRUST, Reason.ISSUER_UNKNOWN, "the holder says so, and is not known");
    }
    return own.report();
  }
}
