package org.insignia.openbadges.ob2;

import java.net.URI;
import java.util.List;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;
import org.jspecify.annotations.Nullable;

/** A hosted badge is what its host says it is, as long as the host is one of the issuer's. */
final class HostedProof {
  private final Web web;
  private final Findings findings;
  private final List<String> same;

  /**
   * @param same the members that make two documents the same one
   */
  HostedProof(Web web, Findings findings, List<String> same) {
    this.web = web;
    this.findings = findings;
    this.same = same;
  }

  /**
   * @param foundAt where the document came from; null where it was handed in
   */
  void check(JsonObject document, String address, @Nullable String foundAt, Origin origin) {
    if (foundAt != null && address.equals(foundAt)) {
      findings.passed(Step.PROOF, "it is what its host says");
    } else {
      compare(document, address);
    }
    if (origin.profile() != null) {
      host(address, origin.profile());
    }
  }

  private void compare(JsonObject document, String address) {
    switch (web.load(address)) {
      case Loaded.Gone gone -> AssertionJudge.gone(findings, gone.status());
      case Loaded.Unavailable open ->
          findings.unchecked(Step.PROOF, Reason.HOSTED_UNAVAILABLE, open.reason());
      case Loaded.Document fetched -> {
        try {
          compare(document, Web.parse(fetched, "the hosted badge"));
        } catch (MalformedCredential e) {
          findings.unchecked(Step.PROOF, Reason.HOSTED_UNAVAILABLE, "the host: " + e.getMessage());
        }
      }
    }
  }

  private void compare(JsonObject document, JsonObject hosted) {
    for (String member : same) {
      if (!java.util.Objects.equals(document.get(member), hosted.get(member))) {
        findings.failed(
            Step.PROOF, Reason.HOSTED_DIFFERS, "/" + member + ": the host says something else");
        return;
      }
    }
    if (hosted.get("revoked") instanceof org.insignia.openbadges.json.JsonValue.JsonBoolean b
        && b.value()) {
      findings.failed(Step.STATUS, Reason.REVOKED, "its host marks it as revoked");
    }
    findings.passed(Step.PROOF, "it is what its host says");
  }

  private void host(String address, Profile profile) {
    Verification rules = profile.verification();
    List<String> startsWith = rules == null ? List.of() : rules.startsWith();
    List<String> origins = rules == null ? List.of() : rules.allowedOrigins();
    boolean allowed;
    if (!startsWith.isEmpty()) {
      // The host too: "https://a.example" is also what "https://a.example.evil.example" starts
      // with.
      allowed =
          startsWith.stream()
              .anyMatch(start -> address.startsWith(start) && sameHost(address, start));
    } else if (!origins.isEmpty()) {
      allowed = origins.stream().anyMatch(origin -> sameHost(address, origin));
    } else {
      allowed = sameHost(address, profile.id());
    }
    if (allowed) {
      findings.passed(Step.ISSUER, "its host is one of " + profile.id());
    } else {
      findings.failed(Step.ISSUER, Reason.HOSTED_ELSEWHERE, "its host is none of " + profile.id());
    }
  }

  /** Whether an address is on this host, named alone or by another address on it. */
  static boolean sameHost(String address, String origin) {
    URI url = Web.uri(address);
    URI other = origin.contains("://") ? Web.uri(origin) : Web.uri("https://" + origin);
    return url != null && other != null && url.getHost().equalsIgnoreCase(other.getHost());
  }
}
