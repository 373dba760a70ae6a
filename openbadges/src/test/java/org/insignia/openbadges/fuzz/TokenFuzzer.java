package org.insignia.openbadges.fuzz;

import java.time.Instant;
import org.insignia.openbadges.jose.Envelope;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;
import org.insignia.openbadges.proof.ProofResult;

/** JWT and SD-JWT: whatever comes, nothing but a malformed credential is thrown. */
public final class TokenFuzzer {
  private static final EnvelopeCheck CHECK =
      EnvelopeCheck.at(Instant.parse("2026-11-21T00:00:00Z"), new OfflineKeys());

  private TokenFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Bytes.wrap(input).utf8();
    try {
      judged(CHECK.jwt(text));
    } catch (MalformedCredential e) {
      // The one answer besides a judgement.
    }
    try {
      judged(CHECK.sdJwt(text));
    } catch (MalformedCredential e) {
      // As above.
    }
  }

  private static void judged(Envelope envelope) {
    if (envelope.proof() instanceof ProofResult.Valid && envelope.document().members().isEmpty()) {
      throw new IllegalStateException("nothing was signed well");
    }
  }
}
