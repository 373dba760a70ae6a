package org.insignia.openbadges.verify;

import java.time.Instant;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.members.DateTimeStamp;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/** Step 4, dates: now is neither before the period nor behind it. */
final class ValidityCheck implements Check {

  @Override
  public void run(Examination examination) {
    Findings findings = examination.findings();
    Instant now = examination.desk().inquiry().now();
    try {
      Instant from = date(examination.document(), "validFrom", "issuanceDate");
      Instant until = date(examination.document(), "validUntil", "expirationDate");
      if (from != null && until != null && until.isBefore(from)) {
        findings.failed(
            Step.VALIDITY, Reason.DATES_REVERSED, "ends " + until + ", before it begins " + from);
      } else if (until != null && !now.isBefore(until)) {
        findings.failed(Step.VALIDITY, Reason.EXPIRED, "ended " + until);
      } else if (from != null && now.isBefore(from)) {
        findings.failed(Step.VALIDITY, Reason.NOT_YET_VALID, "begins " + from);
      } else {
        findings.passed(Step.VALIDITY, until == null ? "has no end" : "ends " + until);
      }
    } catch (MalformedCredential e) {
      findings.unchecked(Step.VALIDITY, Reason.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Instant date(JsonObject document, String name, String older) {
    String member = document.get(name) == null ? older : name;
    if (document.get(member) == null) {
      return null;
    }
    String text = document.string(member);
    if (text == null) {
      throw new MalformedCredential("/" + member, "not a text");
    }
    return DateTimeStamp.parse(text, "/" + member);
  }
}
