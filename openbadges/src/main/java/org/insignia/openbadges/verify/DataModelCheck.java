package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.datamodel.CredentialModel;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** Step 1, the members that every verifiable credential has, and that its kind has. */
final class DataModelCheck implements Check {

  @Override
  public void run(Examination examination) {
    for (MalformedCredential problem :
        CredentialModel.problems(examination.document(), examination.desk().contexts())) {
      examination
          .findings()
          .failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(problem.getMessage()));
    }
    examination.subjects().forEach(subject -> subjectType(examination, subject));
    if (!examination.findings().hasFailed(Step.DATA_MODEL)) {
      examination.findings().passed(Step.DATA_MODEL, "the members of a credential are sound");
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
