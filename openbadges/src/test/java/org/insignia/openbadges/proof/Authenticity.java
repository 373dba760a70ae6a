package org.insignia.openbadges.proof;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyResolver;

/** The answer that tests ask for: every proof holds, and one is by a key of the issuer. */
final class Authenticity {
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private Authenticity() {}

  static boolean of(Bytes json, KeyResolver keys) {
    try {
      JsonObject document = Json.parseObject(json);
      String issuer =
          document.object("issuer") == null
              ? document.string("issuer")
              : Objects.requireNonNull(document.object("issuer")).string("id");
      List<ProofResult> results = DataIntegrity.check(document, keys, CheckOptions.assertion(NOW));
      return issuer != null
          && !results.isEmpty()
          && results.stream().allMatch(ProofResult.Valid.class::isInstance)
          && results.stream().anyMatch(r -> bound(r, issuer));
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static boolean bound(ProofResult result, String issuer) {
    return result instanceof ProofResult.Valid valid
        && IssuerBinding.of(valid.key(), issuer) instanceof IssuerBinding.Bound;
  }
}
