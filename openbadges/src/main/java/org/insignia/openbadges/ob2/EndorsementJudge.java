package org.insignia.openbadges.ob2;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.report.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Judges who speaks for an assertion, its class or its issuer (OB 2.0, Endorsement). Each is judged
 * by itself; a bad one is shown as bad and changes nothing else.
 */
final class EndorsementJudge {
  private static final int MOST = 20;
  private static final List<String> SAME = List.of("id", "claim", "issuer", "issuedOn");

  private final Web web;
  private final Circumstances circumstances;

  EndorsementJudge(Web web, Circumstances circumstances) {
    this.web = web;
    this.circumstances = circumstances;
  }

  /**
   * @param endorsed id of the thing that is spoken for
   */
  private record Found(String pointer, @Nullable String endorsed, JsonValue endorsement) {}

  /** Reports each endorsement as a finding, and returns its report. */
  List<Report.Part> judge(Assertion assertion, Origin origin, Findings findings) {
    List<Found> all = new ArrayList<>();
    collect(all, "/endorsement", assertion.id(), assertion.endorsement());
    BadgeClass badge = origin.badgeClass();
    if (badge != null) {
      collect(all, "/badge/endorsement", badge.id(), badge.endorsement());
    }
    Profile profile = origin.profile();
    if (profile != null) {
      collect(all, "/badge/issuer/endorsement", profile.id(), profile.endorsement());
    }
    if (all.isEmpty()) {
      findings.skipped(Step.ENDORSEMENTS, "there are none");
    }
    if (all.size() > MOST) {
      bad(findings, all.size() - MOST + " more are not looked at");
    }
    List<Report.Part> parts = new ArrayList<>();
    for (Found found : all.subList(0, Math.min(MOST, all.size()))) {
      parts.add(judge(found, findings));
    }
    return parts;
  }

  private static void collect(
      List<Found> all, String at, @Nullable String endorsed, List<JsonValue> endorsements) {
    for (int i = 0; i < endorsements.size(); i++) {
      all.add(new Found(at + "/" + i, endorsed, endorsements.get(i)));
    }
  }

  private Report.Part judge(Found found, Findings findings) {
    var own = new Findings();
    JsonObject document = null;
    try {
      document = examine(found, own);
    } catch (Web.Missing e) {
      own.unchecked(Step.PROOF, Reason.HOSTED_UNAVAILABLE, e.detail());
    } catch (MalformedCredential e) {
      own.failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
    Report report = AssertionJudge.report(own, document, List.of());
    boolean good = report.verdict() == Verdict.VALID || report.verdict() == Verdict.UNKNOWN_ISSUER;
    if (good) {
      findings.passed(Step.ENDORSEMENTS, found.pointer() + ": " + report.verdict().text());
    } else {
      bad(findings, found.pointer() + ": " + report.verdict().text());
    }
    return new Report.Part(found.pointer(), Step.ENDORSEMENTS, report);
  }

  private static void bad(Findings findings, String detail) {
    findings.failed(Step.ENDORSEMENTS, Reason.ENDORSEMENT_NOT_VALID, detail);
  }

  /** The endorsement, which stands at an address, in a token or right here. */
  private JsonObject examine(Found found, Findings own) {
    String text = found.endorsement() instanceof JsonString s ? s.value() : null;
    boolean token = text != null && Source.TOKEN.matcher(text).matches();
    SignedAssertion signed = token ? SignedAssertion.read(Objects.requireNonNull(text)) : null;
    JsonObject document =
        switch (found.endorsement()) {
          case JsonObject object -> object;
          case JsonString s when signed == null -> web.object(s.value(), "the endorsement");
          case JsonString s -> signed.payload();
          default -> throw new MalformedCredential(found.pointer(), "neither URL nor object");
        };
    own.passed(Step.PARSE, signed == null ? "JSON" : "JWS");
    Endorsement endorsement = Endorsement.read(document);
    if (!document.list("type").contains(JsonValue.of("Endorsement"))) {
      own.failed(Step.DATA_MODEL, Reason.WRONG_TYPE, "/type: not an Endorsement");
    } else if (!endorsement.endorsed().equals(found.endorsed())) {
      own.failed(Step.DATA_MODEL, Reason.WRONG_TYPE, "/claim/id: speaks of something else");
    } else {
      own.passed(Step.DATA_MODEL, "it speaks of " + found.endorsed());
    }
    Origin speaker = new Origin(null, profile(endorsement), null);
    if (signed != null) {
      new SignedProof(web, own).check(signed, endorsement.verification(), speaker);
    } else {
      new HostedProof(web, own, SAME).check(document, endorsement.id(), text, speaker);
    }
    boolean revoked = JsonValue.of(true).equals(document.get("revoked"));
    var said = new Circumstances.Said(endorsement.id(), revoked, signed != null);
    circumstances.status(own, said, speaker, web);
    circumstances.dates(own, endorsement.issuedOn(), null);
    circumstances.trust(own, speaker);
    return document;
  }

  private Profile profile(Endorsement endorsement) {
    return Origin.profile(web.object(endorsement.issuer(), "the issuer"), endorsement.issuer());
  }
}
