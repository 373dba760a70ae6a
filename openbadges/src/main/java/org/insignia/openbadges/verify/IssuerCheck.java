package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.proof.IssuerBinding;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** Step 2, second half: one of the keys that signed is the issuer's. */
final class IssuerCheck implements Check {

  @Override
  public void run(Examination examination) {
    List<ProofResult.Valid> good =
        examination.proofs().stream()
            .filter(ProofResult.Valid.class::isInstance)
            .map(ProofResult.Valid.class::cast)
            .toList();
    var findings = examination.findings();
    boolean presentation = examination.kind() == CredentialKind.PRESENTATION;
    String signer = examination.signer();
    if (good.isEmpty()) {
      findings.skipped(Step.ISSUER, "no proof that holds");
    } else if (signer == null && presentation) {
      findings.skipped(Step.ISSUER, "the presentation names no holder");
    } else if (signer == null) {
      findings.failed(Step.ISSUER, Reason.MALFORMED, "no issuer is named");
    } else {
      judge(examination, good, signer);
    }
  }

  private static void judge(Examination examination, List<ProofResult.Valid> good, String signer) {
    var findings = examination.findings();
    List<IssuerBinding> bindings =
        good.stream().map(valid -> IssuerBinding.of(valid.key(), signer)).toList();
    if (bindings.stream().anyMatch(IssuerBinding.Bound.class::isInstance)) {
      findings.passed(Step.ISSUER, "the key is that of " + signer);
    } else if (confirmedHere(examination, good, signer)) {
      findings.passed(Step.ISSUER, "the key is known here");
    } else if (bindings.stream().anyMatch(IssuerBinding.Claimed.class::isInstance)) {
      findings.unchecked(
          Step.ISSUER,
          Reason.KEY_NOT_CONFIRMED,
          "the key says it is that of " + signer + ", and nothing of theirs confirms it");
    } else {
      findings.failed(Step.ISSUER, Reason.KEY_OF_SOMEBODY_ELSE, "the key is not that of " + signer);
    }
  }

  /** Who trusts a verification method with the key in its name has looked at that key. */
  static boolean confirmedHere(
      Examination examination, List<ProofResult.Valid> good, String signer) {
    return good.stream()
        .map(ProofResult.Valid::key)
        .filter(key -> key.controller().equals(signer))
        .filter(key -> key.id().equals(signer + "#" + key.key().multibase()))
        .anyMatch(key -> examination.desk().inquiry().trustedIssuers().contains(key.id()));
  }
}
