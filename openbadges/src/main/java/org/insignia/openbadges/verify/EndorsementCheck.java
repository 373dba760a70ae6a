package org.insignia.openbadges.verify;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;

/**
 * Step 6: who speaks for the credential, its achievement or its issuer. Each endorsement is judged
 * as a credential of its own; a bad one is shown as bad and changes nothing else.
 */
final class EndorsementCheck implements Check {
  private static final int MAX_ENDORSEMENTS = 20;

  private record Found(String pointer, Source source, JsonObject endorsed) {}

  @Override
  public void run(Examination examination) {
    List<Found> all = find(examination);
    if (all.isEmpty()) {
      examination.findings().skipped(Step.ENDORSEMENTS, "there are none");
      return;
    }
    if (all.size() > MAX_ENDORSEMENTS) {
      examination
          .findings()
          .failed(
              Step.ENDORSEMENTS,
              Reason.ENDORSEMENT_NOT_VALID,
              all.size() - MAX_ENDORSEMENTS + " more are not looked at");
    }
    for (Found found : all.subList(0, Math.min(all.size(), MAX_ENDORSEMENTS))) {
      judge(examination, found);
    }
  }

  private static List<Found> find(Examination examination) {
    var all = new ArrayList<Found>();
    JsonObject document = examination.document();
    collect(all, "", document);
    JsonObject issuer = document.object("issuer");
    if (issuer != null) {
      collect(all, "/issuer", issuer);
    }
    for (JsonObject subject : examination.subjects()) {
      for (JsonObject achievement : Examination.objects(subject.get("achievement"))) {
        collect(all, "/credentialSubject/achievement", achievement);
        JsonObject creator = achievement.object("creator");
        if (creator != null) {
          collect(all, "/credentialSubject/achievement/creator", creator);
        }
      }
    }
    return all;
  }

  private static void collect(List<Found> all, String at, JsonObject endorsed) {
    int i = 0;
    for (JsonValue value : endorsed.list("endorsement")) {
      if (value instanceof JsonObject endorsement) {
        all.add(new Found(at + "/endorsement/" + i++, new Source.Document(endorsement), endorsed));
      }
    }
    i = 0;
    for (JsonValue value : endorsed.list("endorsementJwt")) {
      if (value instanceof JsonString token) {
        all.add(
            new Found(at + "/endorsementJwt/" + i++, new Source.Token(token.value()), endorsed));
      }
    }
  }

  private static void judge(Examination examination, Found found) {
    Report report = examination.desk().judgeInside(found.source());
    examination.part(new Report.Part(found.pointer(), Step.ENDORSEMENTS, report));
    boolean good = report.verdict() == Verdict.VALID || report.verdict() == Verdict.UNKNOWN_ISSUER;
    if (good && speaksOf(report, found.endorsed())) {
      examination
          .findings()
          .passed(Step.ENDORSEMENTS, found.pointer() + ": " + report.verdict().text());
    } else {
      examination
          .findings()
          .failed(
              Step.ENDORSEMENTS,
              Reason.ENDORSEMENT_NOT_VALID,
              found.pointer()
                  + ": "
                  + (good ? "speaks of something else" : report.verdict().text()));
    }
  }

  private static boolean speaksOf(Report report, JsonObject endorsed) {
    JsonObject endorsement = report.credential();
    String id = endorsed.string("id");
    return endorsement != null
        && id != null
        && Examination.objects(endorsement.get("credentialSubject")).stream()
            .anyMatch(subject -> id.equals(subject.string("id")));
  }
}
