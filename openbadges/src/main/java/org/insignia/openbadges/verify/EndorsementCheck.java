package org.insignia.openbadges.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
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

  /** What stands in these is not said of this credential. */
  private static final Set<String> APART =
      Set.of("@context", "endorsement", "verifiableCredential", "proof");

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
    walk(all, "", examination.document());
    return all;
  }

  /** Endorsements stand wherever an achievement or a profile does. */
  private static void walk(List<Found> all, String at, JsonValue value) {
    switch (value) {
      case JsonObject object -> {
        collect(all, at, object);
        object
            .members()
            .forEach((name, member) -> {
              if (!APART.contains(name)) {
                walk(all, at + "/" + JsonPointer.escape(name), member);
              }
            });
      }
      case JsonArray array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          walk(all, at + "/" + i, array.elements().get(i));
        }
      }
      default -> {}
    }
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
