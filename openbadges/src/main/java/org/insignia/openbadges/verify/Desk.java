package org.insignia.openbadges.verify;

import java.util.List;
import org.insignia.openbadges.intake.Enveloped;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.ob2.AssertionJudge;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;

/** Finds out which kind a document is and takes it through the steps of that kind. */
final class Desk {
  private static final int MAX_DEPTH = 3;

  private static final List<Check> CREDENTIAL =
      List.of(
          new DataModelCheck(),
          new ProofCheck(),
          new IssuerCheck(),
          new ContextCheck(),
          new ConformanceCheck(),
          new RefreshCheck(),
          new StatusCheck(),
          new ValidityCheck(),
          new RecipientCheck(),
          new EndorsementCheck(),
          new EmbeddedCheck(),
          new TrustCheck());

  private static final List<Check> PRESENTATION =
      List.of(
          new PresentationModelCheck(),
          new ProofCheck(),
          new IssuerCheck(),
          new ContextCheck(),
          new EmbeddedCheck());

  /** Enough to believe a status list; its own status is not asked for, so lists cannot loop. */
  private static final List<Check> STATUS_LIST =
      List.of(
          new DataModelCheck(),
          new ProofCheck(),
          new IssuerCheck(),
          new ContextCheck(),
          new ValidityCheck());

  private final VerifierOptions options;
  private final Inquiry inquiry;
  private final Allowance allowance;
  private final KeyResolver keys;
  private final int depth;

  Desk(VerifierOptions options, Inquiry inquiry, Allowance allowance) {
    this(options, inquiry, allowance, 0);
  }

  private Desk(VerifierOptions options, Inquiry inquiry, Allowance allowance, int depth) {
    this.options = options;
    this.inquiry = inquiry;
    this.allowance = allowance;
    this.keys = options.keys().apply(allowance);
    this.depth = depth;
  }

  Contexts contexts() {
    return options.contexts();
  }

  KeyResolver keys() {
    return keys;
  }

  Inquiry inquiry() {
    return inquiry;
  }

  Allowance allowance() {
    return allowance;
  }

  /** Judges a badge, a record or a presentation. */
  Report judge(Source source) {
    return switch (source) {
      case Source.Document document -> document(document.object());
      case Source.Token token -> token(token);
      case Source.Cose cose -> examine(Examination.of(this, cose));
      case Source.Address address -> found(address);
    };
  }

  /** What stands at an address: a badge in whatever form, but not another address. */
  private Report found(Source.Address address) {
    Loaded answer = allowance.load(address.url());
    if (!(answer instanceof Loaded.Document document)) {
      return AssertionJudge.missing(answer);
    }
    return switch (Source.read(document.body())) {
      case Source.Document d when AssertionJudge.judges(d.object()) ->
          openBadge2().hosted(d.object(), address.url());
      case Source.Address other -> AssertionJudge.missing(answer);
      case Source source -> judge(source);
    };
  }

  /** Judges a credential that stands inside of another and is somebody else's affair. */
  Report judgeInside(Source source) {
    return judgeInside(source, Inquiry.at(inquiry.now(), inquiry.trustedIssuers()));
  }

  /** Judges what is presented in an envelope or presentation: all that was asked is asked of it. */
  Report judgePresented(Source source) {
    return judgeInside(source, inquiry);
  }

  private Report judgeInside(Source source, Inquiry about) {
    if (depth >= MAX_DEPTH || !allowance.spendCredential()) {
      return tooMany();
    }
    try {
      return new Desk(options, about, allowance, depth + 1).judge(source);
    } catch (MalformedCredential e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Judges a credential that holds a status list. */
  Report judgeStatusList(Source source) {
    return switch (source) {
      case Source.Document document -> run(Examination.of(this, document.object()), STATUS_LIST);
      case Source.Token token -> run(Examination.of(this, token), STATUS_LIST);
      case Source.Cose cose -> run(Examination.of(this, cose), STATUS_LIST);
      case Source.Address address -> unreadable("an address instead of a list");
    };
  }

  /** Judges a newer form, which is not refreshed in turn. */
  Report judgeWithoutRefresh(Source source) {
    List<Check> checks =
        CREDENTIAL.stream().filter(check -> !(check instanceof RefreshCheck)).toList();
    return switch (source) {
      case Source.Document document -> run(Examination.of(this, document.object()), checks);
      case Source.Token token -> run(Examination.of(this, token), checks);
      case Source.Cose cose -> run(Examination.of(this, cose), checks);
      case Source.Address address -> unreadable("an address instead of a credential");
    };
  }

  private Report document(JsonObject document) {
    if (AssertionJudge.judges(document)) {
      return openBadge2().assertion(document);
    }
    if (Enveloped.is(document)) {
      return judgePresented(Enveloped.open(document));
    }
    return examine(Examination.of(this, document));
  }

  private AssertionJudge openBadge2() {
    return new AssertionJudge(
        allowance, inquiry.now(), inquiry.trustedIssuers(), inquiry.recipient());
  }

  private Report token(Source.Token token) {
    if (AssertionJudge.judges(token)) {
      return openBadge2().signed(token);
    }
    return examine(Examination.of(this, token));
  }

  private static Report examine(Examination examination) {
    return run(
        examination, examination.kind() == CredentialKind.PRESENTATION ? PRESENTATION : CREDENTIAL);
  }

  private static Report run(Examination examination, List<Check> checks) {
    examination.findings().passed(Step.PARSE, examination.form());
    for (Check check : checks) {
      check.run(examination);
    }
    return examination.report();
  }

  private static Report tooMany() {
    var findings = new Findings();
    findings.failed(Step.EMBEDDED, Reason.OVER_LIMIT, "too many credentials in each other");
    return new Report(
        CredentialKind.UNKNOWN,
        findings.verdict(),
        null,
        null,
        findings.inOrder(),
        null,
        List.of());
  }

  private static Report unreadable(String detail) {
    var findings = new Findings();
    findings.failed(Step.PARSE, Reason.NOT_READABLE, detail);
    return new Report(
        CredentialKind.UNKNOWN,
        findings.verdict(),
        null,
        false,
        findings.inOrder(),
        null,
        List.of());
  }
}
