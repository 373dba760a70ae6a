package org.insignia.openbadges.proof;

import java.time.Instant;
import org.insignia.openbadges.rdf.Contexts;
import org.jspecify.annotations.Nullable;

/**
 * What a proof is held against.
 *
 * @param now for {@code created} (60 seconds of leeway) and {@code expires}
 * @param purpose the proof purpose that is wanted
 * @param challenge what was asked to be signed along; null where nothing was
 * @param domain which domain the proof must be for; null for any
 */
public record CheckOptions(
    Instant now,
    String purpose,
    @Nullable String challenge,
    @Nullable String domain,
    Contexts contexts) {

  /** For a credential: {@code assertionMethod}, with the bundled contexts. */
  public static CheckOptions assertion(Instant now) {
    return new CheckOptions(now, "assertionMethod", null, null, Contexts.bundled());
  }

  /** For a presentation that answers a challenge. */
  public static CheckOptions authentication(
      Instant now, @Nullable String challenge, @Nullable String domain) {
    return new CheckOptions(now, "authentication", challenge, domain, Contexts.bundled());
  }

  /** A copy that reads JSON-LD by other contexts than the bundled ones. */
  public CheckOptions withContexts(Contexts other) {
    return new CheckOptions(now, purpose, challenge, domain, other);
  }
}
