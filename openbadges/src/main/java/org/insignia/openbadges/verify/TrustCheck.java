package org.insignia.openbadges.verify;

import java.util.List;
import java.util.Set;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** Whether the issuer is known here. Says nothing about the credential itself. */
final class TrustCheck implements Check {

  @Override
  public void run(Examination examination) {
    Set<String> trusted = examination.desk().inquiry().trustedIssuers();
    String issuer = examination.signer();
    List<ProofResult.Valid> good =
        examination.proofs().stream()
            .filter(ProofResult.Valid.class::isInstance)
            .map(ProofResult.Valid.class::cast)
            .toList();
    boolean known =
        issuer != null
            && (trusted.contains(issuer) || IssuerCheck.confirmedHere(examination, good, issuer));
    if (Boolean.FALSE.equals(examination.findings().authentic())) {
      examination.findings().skipped(Step.TRUST, "who issued it is not shown by it");
    } else if (known) {
      examination.findings().passed(Step.TRUST, "the issuer is known here");
    } else {
      examination
          .findings()
          .failed(Step.TRUST, Reason.ISSUER_UNKNOWN, "the issuer is not known here");
    }
  }
}
