package org.insignia.openbadges.verify;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofProblem;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/**
 * Step 2: the signature. One good proof is needed; one that does not hold spoils the others, as
 * somebody put it there. A proof of a kind not known here is passed over where another one holds.
 */
final class ProofCheck implements Check {

  @Override
  public void run(Examination examination) {
    var results = new ArrayList<ProofResult>();
    ProofResult envelope = examination.envelope();
    if (envelope != null) {
      results.add(envelope);
    }
    results.addAll(embedded(examination));
    examination.proofs(results);
    if (results.isEmpty()) {
      none(examination);
    }
    boolean good = results.stream().anyMatch(ProofResult.Valid.class::isInstance);
    for (ProofResult result : results) {
      report(examination, result, good);
    }
    holder(examination);
  }

  /** A key binding says who shows the credential; it never stands in for the issuer's proof. */
  private static void holder(Examination examination) {
    switch (examination.holder()) {
      case null -> {}
      case ProofResult.Valid valid ->
          examination.findings().passed(Step.PROOF, "bound to its holder: " + valid.algorithm());
      case ProofResult other -> report(examination, other, false);
    }
  }

  private static List<ProofResult> embedded(Examination examination) {
    if (examination.document().get("proof") == null) {
      return List.of();
    }
    var inquiry = examination.desk().inquiry();
    CheckOptions options =
        examination.kind() == CredentialKind.PRESENTATION
            ? CheckOptions.authentication(inquiry.now(), inquiry.challenge(), inquiry.domain())
            : CheckOptions.assertion(inquiry.now());
    var desk = examination.desk();
    try {
      return DataIntegrity.check(
          examination.document(), desk.keys(), options.withContexts(desk.contexts()));
    } catch (MalformedCredential e) {
      return List.of(
          new ProofResult.Invalid(
              "/proof", ProofProblem.MALFORMED, String.valueOf(e.getMessage())));
    }
  }

  private static void none(Examination examination) {
    if (examination.kind() == CredentialKind.PRESENTATION
        && examination.document().get("proof") == null) {
      examination
          .findings()
          .skipped(Step.PROOF, "unsigned: this says nothing about who presents it");
    } else {
      examination.findings().failed(Step.PROOF, Reason.NO_PROOF, "it is not signed");
    }
  }

  private static void report(Examination examination, ProofResult result, boolean good) {
    var findings = examination.findings();
    String at = result.pointer().isEmpty() ? "" : result.pointer() + ": ";
    switch (result) {
      case ProofResult.Valid valid ->
          findings.passed(Step.PROOF, at + valid.algorithm() + " holds");
      case ProofResult.Invalid bad when good && bad.problem() == ProofProblem.UNKNOWN_SUITE ->
          findings.skipped(Step.PROOF, at + "of a kind not known here");
      case ProofResult.Invalid bad
          when bad.problem() == ProofProblem.NOT_FULLY_SIGNED
              && ContextCheck.namesUnknown(examination) ->
          findings.unchecked(
              Step.PROOF, Reason.UNKNOWN_CONTEXT, at + "cannot be read without all contexts");
      case ProofResult.Invalid bad ->
          findings.failed(Step.PROOF, reason(bad.problem()), at + bad.detail());
      case ProofResult.Unchecked open when good ->
          findings.skipped(Step.PROOF, at + open.because());
      case ProofResult.Unchecked open ->
          findings.unchecked(Step.PROOF, Reason.KEY_UNAVAILABLE, at + open.because());
    }
  }

  private static Reason reason(ProofProblem problem) {
    return switch (problem) {
      case MALFORMED, CONTEXT_DIFFERS -> Reason.PROOF_MALFORMED;
      case TOO_MANY_PROOFS -> Reason.OVER_LIMIT;
      case UNKNOWN_SUITE -> Reason.PROOF_NOT_SUPPORTED;
      case WRONG_PURPOSE -> Reason.PROOF_FOR_OTHER_PURPOSE;
      case CREATED_IN_FUTURE -> Reason.PROOF_FROM_FUTURE;
      case EXPIRED -> Reason.PROOF_EXPIRED;
      case WRONG_DOMAIN, WRONG_CHALLENGE -> Reason.PROOF_FOR_OTHERS;
      case NOT_FULLY_SIGNED -> Reason.NOT_FULLY_SIGNED;
      case TOO_COMPLEX -> Reason.TOO_COMPLEX;
      case BASE_PROOF -> Reason.PROOF_FOR_HOLDER_ONLY;
      case PREVIOUS_PROOF -> Reason.PROOF_CHAIN_BROKEN;
      case KEY_NOT_FOUND -> Reason.KEY_NOT_FOUND;
      case KEY_NOT_FOR_PURPOSE, KEY_OF_OTHER_KIND -> Reason.KEY_NOT_FITTING;
      case WRONG_SIGNATURE -> Reason.WRONG_SIGNATURE;
    };
  }
}
