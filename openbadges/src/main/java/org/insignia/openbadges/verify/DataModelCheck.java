package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.datamodel.ModelRules;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/**
 * Step 1, the members that every verifiable credential has.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-data-model-2.0-20250515/#basic-concepts">VC Data
 *     Model 2.0</a>
 */
final class DataModelCheck implements Check {

  @Override
  public void run(Examination examination) {
    var model = new ModelRules(examination.document());
    model.baseContext();
    model.types("VerifiableCredential");
    model.id("", examination.document());
    model.issuer();
    dates(examination, model);
    subjects(examination, model);
    for (String name : List.of("credentialStatus", "refreshService", "termsOfUse", "evidence")) {
      model.typed(name, false);
    }
    model.typed("credentialSchema", true);
    model.language("name");
    model.language("description");
    model.relatedResources(examination.desk().contexts());
    for (MalformedCredential problem : model.problems()) {
      examination
          .findings()
          .failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(problem.getMessage()));
    }
    if (!examination.findings().hasFailed(Step.DATA_MODEL)) {
      examination.findings().passed(Step.DATA_MODEL, "the members of a credential are sound");
    }
  }

  private static void dates(Examination examination, ModelRules model) {
    JsonObject document = examination.document();
    for (String name : List.of("validFrom", "validUntil", "issuanceDate", "expirationDate")) {
      switch (document.get(name)) {
        case null -> {}
        case JsonString s -> model.date(name, s.value());
        default -> model.problem("/" + name, "not a text");
      }
    }
    if (examination.isVersion1()
        && document.get("issuanceDate") == null
        && document.get("validFrom") == null) {
      model.problem("/issuanceDate", "missing");
    }
  }

  private static void subjects(Examination examination, ModelRules model) {
    JsonValue value = examination.document().get("credentialSubject");
    List<JsonValue> all =
        switch (value) {
          case null -> List.of();
          case JsonArray a -> a.elements();
          case JsonValue v -> List.of(v);
        };
    if (all.isEmpty()) {
      model.problem("/credentialSubject", "missing");
    }
    for (JsonValue each : all) {
      if (!(each instanceof JsonObject subject) || subject.members().isEmpty()) {
        model.problem("/credentialSubject", "not an object with members");
      } else {
        model.id("/credentialSubject", subject);
        subjectType(examination, subject);
      }
    }
  }

  /** An endorsement that speaks of an achievement's holder is neither; so with the others. */
  private static void subjectType(Examination examination, JsonObject subject) {
    String wanted =
        switch (examination.kind()) {
          case OPEN_BADGE_3 -> "AchievementSubject";
          case ENDORSEMENT_3 -> "EndorsementSubject";
          case CLR_2 -> "ClrSubject";
          case CREDENTIAL, PRESENTATION, OPEN_BADGE_2, UNKNOWN -> "";
        };
    List<JsonValue> types = subject.list("type");
    if (!wanted.isEmpty() && !types.isEmpty() && !types.contains(JsonValue.of(wanted))) {
      examination
          .findings()
          .failed(Step.DATA_MODEL, Reason.WRONG_TYPE, "/credentialSubject/type: not a " + wanted);
    }
  }
}
