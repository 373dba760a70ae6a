package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.proof.ProofResult;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/**
 * Step 1, contexts: each is known, and every term and type is defined by them. Otherwise a reader
 * of JSON and a reader of JSON-LD would see two different documents.
 */
final class ContextCheck implements Check {
  private static final int MAX_CONTEXTS = 12;

  @Override
  public void run(Examination examination) {
    Findings findings = examination.findings();
    List<JsonValue> contexts = examination.document().list("@context");
    if (contexts.isEmpty()) {
      findings.failed(Step.CONTEXT, Reason.MALFORMED, "/@context: missing");
      return;
    }
    if (contexts.size() > MAX_CONTEXTS) {
      findings.failed(Step.CONTEXT, Reason.OVER_LIMIT, contexts.size() + " contexts");
      return;
    }
    if (namesUnknown(examination)) {
      findings.unchecked(
          Step.CONTEXT,
          Reason.UNKNOWN_CONTEXT,
          "a context that is not known here is never fetched");
    } else if (signedAsStatements(examination)) {
      findings.passed(Step.CONTEXT, "every term is defined: the signature covers them all");
    } else {
      terms(examination);
    }
  }

  /** All contexts are named, and one of the names is not known here. */
  static boolean namesUnknown(Examination examination) {
    List<JsonValue> contexts = examination.document().list("@context");
    return contexts.stream().allMatch(JsonString.class::isInstance)
        && !examination
            .desk()
            .contexts()
            .urls()
            .containsAll(contexts.stream().map(c -> ((JsonString) c).value()).toList());
  }

  /** Who canonicalised the document for a proof that holds has read every term of it. */
  private static boolean signedAsStatements(Examination examination) {
    return examination.proofs().stream()
        .anyMatch(
            p -> p instanceof ProofResult.Valid valid && valid.algorithm().contains("-rdfc-"));
  }

  private static void terms(Examination examination) {
    try {
      // Proofs are read with their own rules, and those of kinds not known here not at all.
      JsonLd.toDataset(examination.document().without("proof"), examination.desk().contexts());
      examination.findings().passed(Step.CONTEXT, "every term is defined");
    } catch (MalformedCredential e) {
      examination.findings().failed(Step.CONTEXT, Reason.DATA_LOSS, String.valueOf(e.getMessage()));
    }
  }
}
