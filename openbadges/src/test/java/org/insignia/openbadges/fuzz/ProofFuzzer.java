package org.insignia.openbadges.fuzz;

import java.time.Instant;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.CheckOptions;
import org.insignia.openbadges.proof.DataIntegrity;

/** Documents with proofs: every proof is judged, nothing is thrown. */
public final class ProofFuzzer {
  private static final CheckOptions OPTIONS =
      CheckOptions.assertion(Instant.parse("2026-11-21T00:00:00Z"));

  private ProofFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      DataIntegrity.check(Json.parseObject(Bytes.of(input)), new OfflineKeys(), OPTIONS);
    } catch (MalformedCredential e) {
      if (String.valueOf(e.getMessage()).isEmpty()) throw e;
    }
  }
}
