package org.insignia.openbadges.ob2;

import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/**
 * Where a badge comes from: its class and its issuer, embedded or fetched; null where they could
 * not be had.
 *
 * @param problem why not; null where all is there
 */
record Origin(
    @Nullable BadgeClass badgeClass, @Nullable Profile profile, @Nullable String problem) {

  static Origin find(Web web, Assertion assertion, Findings findings) {
    BadgeClass badge = null;
    try {
      JsonObject embedded = assertion.badgeClass();
      JsonObject document =
          embedded == null ? web.object(assertion.badge(), "the badge class") : embedded;
      badge = BadgeClass.read(document);
      conforms(findings, badge, document);
      Extensions.check(document.without("issuer"), "/badge", findings);
      return new Origin(badge, issuer(web, badge, findings), null);
    } catch (Web.Missing e) {
      findings.unchecked(Step.ISSUER, Reason.HOSTED_UNAVAILABLE, e.detail());
      return new Origin(badge, null, e.detail());
    } catch (MalformedCredential e) {
      String detail = "badge class or issuer: " + e.getMessage();
      findings.failed(Step.ISSUER, Reason.MALFORMED, detail);
      return new Origin(badge, null, detail);
    }
  }

  private static Profile issuer(Web web, BadgeClass badge, Findings findings) {
    if (badge.issuer() == null && badge.issuerProfile() == null) {
      throw new MalformedCredential("/issuer", "missing");
    }
    JsonObject embedded = badge.issuerProfile();
    JsonObject document = embedded == null ? web.object(badge.issuer(), "the issuer") : embedded;
    String url = badge.issuer() == null ? "" : badge.issuer();
    Extensions.check(document, "/badge/issuer", findings);
    return embedded == null ? profile(document, url) : Profile.read(withId(document, url));
  }

  /** The profile that was found at an address. */
  static Profile profile(JsonObject document, String url) {
    Profile profile = Profile.read(withId(document, url));
    if (!HostedProof.sameHost(url, profile.id())) {
      throw new MalformedCredential("/issuer/id", "not on the host where it was found");
    }
    return profile;
  }

  /** OB 1 profiles have no id: they are what stands at their address. */
  private static JsonObject withId(JsonObject document, String url) {
    return document.get("id") == null ? document.with("id", JsonValue.of(url)) : document;
  }

  private static void conforms(Findings findings, BadgeClass badge, JsonObject document) {
    boolean complete =
        badge.id() != null
            && badge.name() != null
            && badge.description() != null
            && badge.image() != null
            && document.get("criteria") != null;
    if (complete) {
      findings.passed(Step.CONFORMANCE, "the badge class is complete");
    } else {
      findings.failed(Step.CONFORMANCE, Reason.NOT_THE_SCHEMA, "the badge class is not complete");
    }
  }
}
