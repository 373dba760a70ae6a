package org.insignia.openbadges.ob2;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/**
 * Judges Open Badges 2.0 and older: hosted ones by asking their host, signed ones by their key.
 *
 * @see <a href="https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html">Open
 *     Badges 2.0</a>
 */
public final class AssertionJudge {
  /** What makes two assertions the same one. */
  private static final List<String> SAME =
      List.of("id", "recipient", "badge", "issuedOn", "expires");

  private final Web web;
  private final Circumstances circumstances;
  private final @Nullable String recipient;

  public AssertionJudge(
      DocumentLoader loader, Instant now, Set<String> trustedIssuers, @Nullable String recipient) {
    this.web = new Web(loader);
    this.circumstances = new Circumstances(now, trustedIssuers);
    this.recipient = recipient;
  }

  /** Whether a document is an assertion of these standards. */
  public static boolean judges(JsonObject document) {
    boolean ours =
        document.list("@context").stream()
            .anyMatch(c ->
                c instanceof JsonString s && s.value().startsWith("https://w3id.org/openbadges/v"));
    boolean shaped =
        document.get("badge") != null
            && (document.get("verify") != null || document.get("verification") != null);
    return ours || shaped && !document.list("type").contains(JsonValue.of("VerifiableCredential"));
  }

  /** Whether a token holds an assertion of these standards. */
  public static boolean judges(Source.Token token) {
    try {
      return judges(SignedAssertion.read(token.compact()).payload());
    } catch (MalformedCredential e) {
      return false; // whoever opens it next says what is wrong with it
    }
  }

  /** Judges the assertion that was just found at this address. */
  public Report hosted(JsonObject document, String url) {
    return judge(document, null, url);
  }

  /** Says that an assertion cannot be had from its host. */
  public static Report missing(Loaded answer) {
    var findings = new Findings();
    switch (answer) {
      case Loaded.Gone gone -> gone(findings, gone.status());
      case Loaded.Unavailable open ->
          findings.unchecked(Step.PROOF, Reason.HOSTED_UNAVAILABLE, open.reason());
      case Loaded.Document document ->
          findings.unchecked(Step.PROOF, Reason.HOSTED_UNAVAILABLE, "no badge is there");
    }
    return report(findings, null);
  }

  /** Judges an assertion that was handed in; a hosted one is compared with what its host says. */
  public Report assertion(JsonObject document) {
    return judge(document, null, null);
  }

  /** Judges a signed assertion. */
  public Report signed(Source.Token token) {
    SignedAssertion signed = SignedAssertion.read(token.compact());
    return judge(signed.payload(), signed, null);
  }

  private Report judge(
      JsonObject document, @Nullable SignedAssertion signed, @Nullable String foundAt) {
    var findings = new Findings();
    findings.passed(Step.PARSE, signed == null ? "JSON" : "JWS");
    Assertion assertion;
    try {
      assertion = Assertion.read(document);
      types(findings, document);
      if (assertion.image() != null && assertion.image().startsWith("data:")) {
        findings.failed(
            Step.CONFORMANCE, Reason.NOT_THE_SCHEMA, "/image: data instead of an address");
      }
    } catch (MalformedCredential e) {
      findings.failed(Step.DATA_MODEL, Reason.MALFORMED, String.valueOf(e.getMessage()));
      return report(findings, document);
    }
    String address = address(assertion, foundAt);
    Origin origin = Origin.find(web, assertion, findings);
    if (signed != null) {
      new SignedProof(web, findings).check(signed, assertion.verification(), origin);
    } else {
      new HostedProof(web, findings, SAME).check(document, address, foundAt, origin);
    }
    Extensions.check(document.without("badge"), "", findings);
    var said = new Circumstances.Said(assertion.id(), assertion.revoked(), signed != null);
    circumstances.status(findings, said, origin, web);
    circumstances.dates(findings, assertion.issuedOn(), assertion.expires());
    recipient(findings, assertion);
    List<Report.Part> endorsements =
        new EndorsementJudge(web, circumstances).judge(assertion, origin, findings);
    circumstances.trust(findings, origin);
    return report(findings, document, endorsements);
  }

  private static String address(Assertion assertion, @Nullable String foundAt) {
    String url = assertion.verification().url();
    if (assertion.id() != null && Web.uri(assertion.id()) != null) {
      return assertion.id();
    }
    return url != null ? url : foundAt == null ? "" : foundAt;
  }

  private static void types(Findings findings, JsonObject document) {
    List<JsonValue> types = document.list("type");
    boolean old = types.isEmpty(); // OB 1.0 has no types
    if (!old && !types.contains(JsonValue.of("Assertion"))) {
      findings.failed(Step.DATA_MODEL, Reason.WRONG_TYPE, "/type: not an Assertion");
    } else {
      findings.passed(Step.DATA_MODEL, "the members of an assertion are sound");
    }
    boolean current =
        document.list("@context").stream().anyMatch(JsonValue.of(Profile.CONTEXT)::equals);
    if (old || !current || document.get("id") == null) {
      findings.failed(
          Step.CONFORMANCE, Reason.NOT_THE_SCHEMA, "not in the form of Open Badges 2.0");
    }
  }

  private void recipient(Findings findings, Assertion assertion) {
    if (recipient == null) {
      findings.skipped(Step.RECIPIENT, "nobody was asked for");
    } else if (assertion.recipient().matches(recipient)) {
      findings.passed(Step.RECIPIENT, "it belongs to the one asked for");
    } else {
      findings.failed(Step.RECIPIENT, Reason.OTHER_RECIPIENT, "it belongs to somebody else");
    }
  }

  /** 410 is how a host says that it took a badge back; 404 is just no badge. */
  static void gone(Findings findings, int status) {
    if (status == 410) {
      findings.passed(Step.PROOF, "the host answers for it");
      findings.failed(Step.STATUS, Reason.REVOKED, "its host says it is gone");
    } else {
      findings.failed(Step.PROOF, Reason.HOSTED_GONE, "its host has no such badge: " + status);
    }
  }

  private static Report report(Findings findings, @Nullable JsonObject document) {
    return report(findings, document, List.of());
  }

  static Report report(
      Findings findings, @Nullable JsonObject document, List<Report.Part> endorsements) {
    return new Report(
        CredentialKind.OPEN_BADGE_2,
        findings.verdict(),
        findings.authentic(),
        findings.conformant(),
        findings.inOrder(),
        document,
        endorsements);
  }
}
