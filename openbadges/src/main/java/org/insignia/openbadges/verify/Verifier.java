package org.insignia.openbadges.verify;

import java.time.Instant;
import java.util.Set;
import org.insignia.openbadges.intake.NoCredential;
import org.insignia.openbadges.intake.Source;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;

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
    var allowance = new Allowance(options.loader());
    try {
      return new Desk(options, inquiry, allowance).judge(Source.read(input));
    } catch (MalformedCredential e) {
      return unreadable(e.pointer().isEmpty() ? Reason.NOT_READABLE : Reason.MALFORMED, e);
    } catch (NoCredential e) {
      return unreadable(Reason.NO_CREDENTIAL, e);
    }
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
