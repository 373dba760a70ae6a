package org.insignia.openbadges.ob2;

import java.time.Instant;
import java.util.Set;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/** What is the same for whatever an issuer says: the day, who is known, what was taken back. */
record Circumstances(Instant now, Set<String> trustedIssuers) {
  Circumstances {
    trustedIssuers = Set.copyOf(trustedIssuers);
  }

  /**
   * What a document says of its own end.
   *
   * @param revoked whether it is marked as revoked
   * @param signed so that nobody can mark it any more
   */
  record Said(@Nullable String id, boolean revoked, boolean signed) {}

  void status(Findings findings, Said said, Origin origin, Web web) {
    if (said.revoked()) {
      findings.failed(Step.STATUS, Reason.REVOKED, "marked as revoked");
    } else if (!said.signed()) {
      findings.passed(Step.STATUS, "not marked as revoked");
    } else if (origin.profile() == null) {
      findings.unchecked(Step.STATUS, Reason.STATUS_UNAVAILABLE, "the issuer is not known");
    } else if (origin.profile().revocationList() == null) {
      findings.skipped(Step.STATUS, "the issuer has no revocation list");
    } else {
      list(findings, said.id() == null ? "" : said.id(), origin.profile(), web);
    }
  }

  private static void list(Findings findings, String id, Profile issuer, Web web) {
    try {
      RevokedAssertions list =
          RevokedAssertions.read(web.object(issuer.revocationList(), "the revocation list"));
      if (list.reason(id).isPresent()) {
        findings.failed(Step.STATUS, Reason.REVOKED, "in the issuer's list of revoked ones");
      } else if (!list.issuer().isEmpty() && !list.issuer().equals(issuer.id())) {
        findings.unchecked(
            Step.STATUS, Reason.STATUS_NOT_TRUSTED, "the list is that of another issuer");
      } else {
        findings.passed(Step.STATUS, "not in the issuer's list of revoked ones");
      }
    } catch (Web.Missing e) {
      findings.unchecked(Step.STATUS, Reason.STATUS_UNAVAILABLE, e.detail());
    } catch (MalformedCredential e) {
      findings.unchecked(Step.STATUS, Reason.STATUS_MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  void dates(Findings findings, Instant issuedOn, @Nullable Instant end) {
    if (end != null && end.isBefore(issuedOn)) {
      findings.failed(Step.VALIDITY, Reason.DATES_REVERSED, "ends before it was issued");
    } else if (end != null && !now.isBefore(end)) {
      findings.failed(Step.VALIDITY, Reason.EXPIRED, "ended " + end);
    } else if (now.isBefore(issuedOn)) {
      findings.failed(Step.VALIDITY, Reason.NOT_YET_VALID, "issued " + issuedOn);
    } else {
      findings.passed(Step.VALIDITY, end == null ? "has no end" : "ends " + end);
    }
  }

  void trust(Findings findings, Origin origin) {
    if (origin.profile() != null && trustedIssuers.contains(origin.profile().id())) {
      findings.passed(Step.TRUST, "the issuer is known here");
    } else {
      findings.failed(Step.TRUST, Reason.ISSUER_UNKNOWN, "the issuer is not known here");
    }
  }
}
