package org.insignia.openbadges.verify;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one verification asks.
 *
 * @param now against which periods are judged
 * @param trustedIssuers ids of issuers that are known here, compared exactly
 * @param recipient whose badge it should be: an e-mail address, a DID or another identifier; null
 *     where nobody in particular is meant
 * @param challenge what the holder was asked to sign along in a presentation
 * @param domain for whom a presentation must be made
 */
public record Inquiry(
    Instant now,
    Set<String> trustedIssuers,
    @Nullable String recipient,
    @Nullable String challenge,
    @Nullable String domain) {
  public Inquiry {
    trustedIssuers = Set.copyOf(trustedIssuers);
  }

  /** Is it good now? */
  public static Inquiry at(Instant now, Set<String> trustedIssuers) {
    return new Inquiry(now, trustedIssuers, null, null, null);
  }

  /** A copy that asks whether it is this recipient's. */
  public Inquiry forRecipient(String identity) {
    return new Inquiry(now, trustedIssuers, identity, challenge, domain);
  }
}
