package org.insignia.server.api.vcapi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Finding;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.verify.Inquiry;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.springframework.stereotype.Component;

/**
 * Puts documents before the same verifier that judges everybody's badges, with the contexts of the
 * test suites and without any network.
 */
@Component
@OnlyForConformance
public final class Judge {
  private final Verifier verifier;
  private final Clock clock;

  Judge(Instances instances, Clock clock) {
    this.clock = clock;
    this.verifier =
        new Verifier(
            new VerifierOptions(
                loader -> new OfflineKeys(), instances::load, Contexts.conformance()));
  }

  /**
   * Judges a credential: an object, or a JWT as text.
   *
   * @throws MalformedCredential where it is neither
   */
  public Judgement credential(JsonValue document, Question question) {
    var report = report(document, question);
    return switch (report.kind()) {
      case PRESENTATION, OPEN_BADGE_2 -> another(report, "not a verifiable credential");
      case CREDENTIAL, OPEN_BADGE_3, ENDORSEMENT_3, CLR_2, UNKNOWN -> judgement(report, question);
    };
  }

  /**
   * Judges a presentation, which must be signed: an object, or a JWT as text.
   *
   * @throws MalformedCredential where it is neither
   */
  public Judgement presentation(JsonValue document, Question question) {
    var report = report(document, question);
    if (report.kind() != CredentialKind.PRESENTATION) {
      return another(report, "not a verifiable presentation");
    }
    boolean signed =
        report.findings().stream()
            .anyMatch(f -> f.step() == Step.PROOF && f instanceof Finding.Passed);
    return signed
        ? judgement(report, question)
        : judgement(report, question)
            .and(new Finding.Failed(Step.PROOF, Reason.NO_PROOF, "it is not signed"));
  }

  private Report report(JsonValue document, Question question) {
    var text =
        switch (document) {
          case JsonObject object -> Json.write(object);
          case JsonString(String token) when token.startsWith("ey") -> token;
          default -> throw new MalformedCredential("", "neither an object nor a JWT");
        };
    return verifier.verify(
        Bytes.utf8(text),
        new Inquiry(clock.instant(), Set.of(), null, question.challenge(), question.domain()));
  }

  private static Judgement judgement(Report report, Question question) {
    List<Finding> errors = new ArrayList<>();
    List<Finding> warnings = new ArrayList<>();
    for (var finding : report.findings()) {
      if (question.decides(finding)) {
        errors.add(finding);
      } else if (finding instanceof Finding.Failed || finding instanceof Finding.Unchecked) {
        warnings.add(finding);
      }
    }
    return new Judgement(report, errors, warnings);
  }

  private static Judgement another(Report report, String why) {
    return new Judgement(
        report,
        List.of(new Finding.Failed(Step.DATA_MODEL, Reason.WRONG_TYPE, "/type: " + why)),
        List.of());
  }
}
