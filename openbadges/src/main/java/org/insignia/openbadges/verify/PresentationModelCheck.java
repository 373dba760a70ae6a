package org.insignia.openbadges.verify;

import org.insignia.openbadges.datamodel.ModelRules;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/**
 * The members of a presentation.
 *
 * @see <a
 *     href="https://www.w3.org/TR/2025/REC-vc-data-model-2.0-20250515/#verifiable-presentations">VC
 *     Data Model 2.0</a>
 */
final class PresentationModelCheck implements Check {

  @Override
  public void run(Examination examination) {
    JsonObject document = examination.document();
    var model = new ModelRules(document);
    model.baseContext();
    model.types("VerifiablePresentation");
    model.id("", document);
    model.signer("holder", document.get("holder"));
    model.typed("termsOfUse", false);
    for (JsonValue inside : document.list("verifiableCredential")) {
      // VC 1.1 presented a JWT as a plain string; 2.0 puts it into an envelope.
      boolean sound =
          inside instanceof JsonObject || inside instanceof JsonString && examination.isVersion1();
      if (!sound) {
        model.problem("/verifiableCredential", "not an object");
      }
    }
    for (MalformedCredential problem : model.problems()) {
      examination
          .findings()
          .failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(problem.getMessage()));
    }
    if (model.problems().isEmpty()) {
      examination.findings().passed(Step.DATA_MODEL, "the members of a presentation are sound");
    }
  }
}
