package org.insignia.openbadges.verify;

import java.time.Instant;
import java.util.Set;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.intake.NoCredential;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.DocumentSignature;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/**
 * Judges a badge of anybody: Open Badges 2.0 and 3.0, CLR 2.0, verifiable credentials 1.1 and 2.0
 * and presentations, as JSON, as JWT, or in a PNG, SVG or PDF.
 *
 * <p>Every step is taken and reported, whatever an earlier one found. Nothing is ever thrown for
 * what the input holds.
 */
public final class Verifier {
  private final VerifierOptions options;

  public Verifier(VerifierOptions options) {
    this.options = options;
  }

  /** Judges these bytes, as uploaded or pasted. */
  public Report verify(Bytes input, Instant now, Set<String> trustedIssuers) {
    return verify(input, Inquiry.at(now, trustedIssuers));
  }

  /** Judges these bytes by an inquiry with more in it. */
  public Report verify(Bytes input, Inquiry inquiry) {
    var desk = new Desk(options, inquiry, new Allowance(options.loader()));
    Report report = judged(input, desk);
    return isPdf(input)
        ? report.and(DocumentSignature.judge(input, confirmedIssuer(report), desk.keys()))
        : report;
  }

  private static Report judged(Bytes input, Desk desk) {
    try {
      return desk.judge(Source.read(input));
    } catch (MalformedCredential e) {
      return unreadable(e.pointer().isEmpty() ? Reason.NOT_READABLE : Reason.MALFORMED, e);
    } catch (NoCredential e) {
      return unreadable(Reason.NO_CREDENTIAL, e);
    }
  }

  private static boolean isPdf(Bytes input) {
    byte[] head = input.view();
    return head.length > 4
        && head.length <= Baking.MAX_IMAGE_BYTES
        && head[0] == '%'
        && head[1] == 'P'
        && head[2] == 'D'
        && head[3] == 'F';
  }

  /** Who an unsigned credential says it is from is nobody to compare a document's signer with. */
  private static @Nullable String confirmedIssuer(Report report) {
    return report.credential() == null || !Boolean.TRUE.equals(report.authentic())
        ? null
        : Examination.id(report.credential().get("issuer"));
  }

  private static Report unreadable(Reason reason, RuntimeException cause) {
    var findings = new Findings();
    findings.failed(Step.PARSE, reason, String.valueOf(cause.getMessage()));
    return new Report(
        CredentialKind.UNKNOWN,
        findings.verdict(),
        null,
        false,
        findings.inOrder(),
        null,
        java.util.List.of());
  }
}
