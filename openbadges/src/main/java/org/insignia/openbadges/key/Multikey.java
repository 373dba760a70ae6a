package org.insignia.openbadges.key;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A public key as multibase text: {@code z}, base58btc, two bytes that name the kind, the key.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#Multikey">Controlled Identifiers
 *     1.0, Multikey</a>
 */
public final class Multikey {
  private static final int ED25519 = 0xed01;
  private static final int P256 = 0x8024;
  private static final int P384 = 0x8124;
  private static final int P521 = 0x8224;
  private static final int RSA = 0x8524;

  /** More issuers than a verifier meets at once; emptied when full. */
  private static final int MOST_RECENT = 1_000;

  /** Keys read lately: to see that a point is sound costs more than to check a signature. */
  private static final Map<String, PublicKey> RECENT = new ConcurrentHashMap<>();

  private Multikey() {}

  /** For instance {@code z6Mk…} for Ed25519, {@code zDna…} for P-256, {@code z82L…} for P-384. */
  public static String encode(PublicKey key) {
    return Multibase.base58btc(
        switch (key) {
          case PublicKey.Ed25519 k -> prefixed(ED25519, k.raw());
          case PublicKey.P256 k -> prefixed(P256, k.compressed());
          case PublicKey.P384 k -> prefixed(P384, k.compressed());
          case PublicKey.P521 k -> prefixed(P521, k.compressed());
          case PublicKey.Rsa k -> prefixed(RSA, k.pkcs1());
        });
  }

  /**
   * Reads a Multikey.
   *
   * @throws MalformedCredential unless it is base58btc and holds a known kind in its right length,
   *     on its curve and not of low order
   */
  public static PublicKey decode(String text) {
    PublicKey known = RECENT.get(text);
    if (known != null) return known;
    PublicKey key = read(text);
    if (RECENT.size() >= MOST_RECENT) RECENT.clear();
    RECENT.put(text, key);
    return key;
  }

  private static PublicKey read(String text) {
    if (!text.startsWith("z")) throw new MalformedCredential("", "a Multikey starts with z");
    byte[] bytes = Multibase.decode(text).view();
    if (bytes.length < 3) throw new MalformedCredential("", "Multikey too short");
    Bytes key = Bytes.wrap(Arrays.copyOfRange(bytes, 2, bytes.length));
    int kind = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    return switch (kind) {
      case ED25519 -> new PublicKey.Ed25519(key);
      case P256 -> new PublicKey.P256(key);
      case P384 -> new PublicKey.P384(key);
      case P521 -> new PublicKey.P521(key);
      case RSA -> PublicKey.Rsa.ofPkcs1(key);
      default ->
          throw new MalformedCredential("", "unknown kind of Multikey: %04x".formatted(kind));
    };
  }

  private static Bytes prefixed(int kind, Bytes key) {
    byte[] bytes = new byte[key.size() + 2];
    bytes[0] = (byte) (kind >> 8);
    bytes[1] = (byte) kind;
    System.arraycopy(key.view(), 0, bytes, 2, key.size());
    return Bytes.wrap(bytes);
  }
}
