package org.insignia.openbadges.verify;

import org.insignia.openbadges.datamodel.PresentationModel;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** The members of a presentation. */
final class PresentationModelCheck implements Check {

  @Override
  public void run(Examination examination) {
    for (MalformedCredential problem : PresentationModel.problems(examination.document())) {
      examination
          .findings()
          .failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(problem.getMessage()));
    }
    if (!examination.findings().hasFailed(Step.DATA_MODEL)) {
      examination.findings().passed(Step.DATA_MODEL, "the members of a presentation are sound");
    }
  }
}
