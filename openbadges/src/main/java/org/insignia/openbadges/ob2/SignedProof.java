package org.insignia.openbadges.ob2;

import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Step;

/** A signed badge: the key named by it signed it, and the issuer says the key is theirs. */
final class SignedProof {
  private final Web web;
  private final Findings findings;

  SignedProof(Web web, Findings findings) {
    this.web = web;
    this.findings = findings;
  }

  void check(SignedAssertion signed, Verification verification, Origin origin) {
    if (verification.kind() != Verification.Kind.SIGNED) {
      findings.failed(Step.PROOF, Reason.PROOF_MALFORMED, "signed, and says it is hosted");
      return;
    }
    try {
      String keyUrl = keyUrl(verification, origin);
      JsonObject document = web.object(keyUrl, "the key");
      PublicKey key = PemKey.read(Objects.requireNonNullElse(document.string("publicKeyPem"), ""));
      if (signed.verifies(key)) {
        findings.passed(Step.PROOF, "RS256 holds");
        owner(keyUrl, Objects.requireNonNullElse(document.string("owner"), ""), origin);
      } else {
        findings.failed(Step.PROOF, Reason.WRONG_SIGNATURE, "not what this key signed");
      }
    } catch (Web.Missing e) {
      findings.unchecked(Step.PROOF, Reason.KEY_UNAVAILABLE, e.detail());
    } catch (MalformedCredential e) {
      findings.failed(Step.PROOF, Reason.KEY_NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  /** The key of the assertion, or else the one that the issuer has. */
  private static String keyUrl(Verification verification, Origin origin) {
    if (verification.creator() != null) {
      return verification.creator();
    }
    List<String> keys = origin.profile() == null ? List.of() : origin.profile().publicKey();
    if (keys.size() != 1) {
      throw new MalformedCredential("/verification/creator", "missing");
    }
    return keys.getFirst();
  }

  private void owner(String keyUrl, String owner, Origin origin) {
    Profile profile = origin.profile();
    if (profile == null) {
      return; // said already: the issuer cannot be had
    }
    boolean theirs = owner.equals(profile.id()) && profile.publicKey().contains(keyUrl);
    if (theirs) {
      findings.passed(Step.ISSUER, "the key is that of " + profile.id());
    } else {
      findings.failed(
          Step.ISSUER, Reason.KEY_OF_SOMEBODY_ELSE, "the key is not that of " + profile.id());
    }
  }
}
