package org.insignia.openbadges.fuzz;

import java.time.Instant;
import org.insignia.openbadges.cbor.Cbor;
import org.insignia.openbadges.jose.EnvelopeCheck;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.OfflineKeys;

/** CBOR and COSE: what is read is written back byte for byte, or refused. */
public final class CborFuzzer {
  private static final EnvelopeCheck CHECK =
      EnvelopeCheck.at(Instant.parse("2026-11-21T00:00:00Z"), new OfflineKeys());

  private CborFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.of(input);
    try {
      if (!Cbor.write(Cbor.read(bytes)).equals(bytes)) {
        throw new IllegalStateException("a second spelling was read");
      }
      CHECK.cose(bytes);
    } catch (MalformedCredential e) {
      // The one answer besides a value.
    }
  }
}
