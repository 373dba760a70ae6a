package org.insignia.openbadges.datamodel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;

/** The digest of a related resource, in either of its two forms. */
final class Digest {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

  // Multihash: code and length before the digest.
  private static final Map<Integer, String> MULTIHASH =
      Map.of(0x12, "SHA-256", 0x20, "SHA-384", 0x13, "SHA-512");

  /** The data model's own examples have the bare digest, told by its length. */
  private static final Map<Integer, String> BARE =
      Map.of(32, "SHA-256", 48, "SHA-384", 64, "SHA-512");

  private Digest() {}

  static boolean declared(JsonObject resource) {
    return resource.string("digestSRI") != null || resource.string("digestMultibase") != null;
  }

  /** Whether every digest that the resource declares is that of these bytes. */
  static boolean matches(JsonObject resource, Bytes bytes) {
    String sri = resource.string("digestSRI");
    String multibase = resource.string("digestMultibase");
    return (sri == null || integrity(sri, bytes))
        && (multibase == null || multihash(multibase, bytes));
  }

  private static boolean integrity(String sri, Bytes bytes) {
    int dash = sri.indexOf('-');
    String algorithm = dash < 0 ? null : ALGORITHMS.get(sri.substring(0, dash));
    return algorithm != null
        && sri.substring(dash + 1)
            .equals(Base64.getEncoder().encodeToString(hash(algorithm, bytes)));
  }

  private static boolean multihash(String multibase, Bytes bytes) {
    try {
      byte[] decoded = Multibase.decode(multibase).view();
      String bare = BARE.get(decoded.length);
      if (bare != null) return Arrays.equals(decoded, hash(bare, bytes));
      String algorithm = decoded.length < 2 ? null : MULTIHASH.get((int) decoded[0]);
      return algorithm != null
          && Arrays.equals(Arrays.copyOfRange(decoded, 2, decoded.length), hash(algorithm, bytes));
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static byte[] hash(String algorithm, Bytes bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes.view());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
