package org.insignia.openbadges.fuzz;

import org.insignia.openbadges.did.DidKeyResolution;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DidWeb;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.OfflineKeys;

/** Multibase, keys in identifiers and did:web: each value has one spelling, nothing is thrown. */
public final class KeyTextFuzzer {
  private static final OfflineKeys KEYS = new OfflineKeys();

  private KeyTextFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Bytes.wrap(input).utf8();
    KEYS.resolve(text);
    DidKeyResolution.of(text);
    try {
      Bytes decoded = Multibase.decode(text);
      String again =
          text.startsWith("z") ? Multibase.base58btc(decoded) : Multibase.base64url(decoded);
      if (!again.equals(text)) throw new IllegalStateException("a second spelling was read");
    } catch (MalformedCredential e) {
      // The one answer besides a value.
    }
    try {
      if (!DidWeb.documentUrl(text).getScheme().equals("https")) {
        throw new IllegalStateException("did:web over something else than https");
      }
    } catch (MalformedCredential e) {
      // As above.
    }
  }
}
