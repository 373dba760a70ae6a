package org.insignia.openbadges.key;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * Bytes as text with a leading character that names the alphabet; only the two alphabets that
 * credentials use.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-cid-1.0-20250515/#multibase-0">Controlled
 *     Identifiers 1.0</a>
 */
public final class Multibase {
  private Multibase() {}

  /** {@code z} and base58 in the Bitcoin alphabet: keys and plain signatures. */
  public static String base58btc(Bytes bytes) {
    return "z" + Base58.encode(bytes.view());
  }

  /** {@code u} and base64url without padding: status lists and selective-disclosure proofs. */
  public static String base64url(Bytes bytes) {
    return "u" + Base64Url.encode(bytes);
  }

  /**
   * Decodes either alphabet by its header.
   *
   * @throws MalformedCredential for another header, a foreign character or base58 longer than any
   *     key or signature
   */
  public static Bytes decode(String text) {
    if (text.isEmpty()) throw new MalformedCredential("", "empty multibase text");
    String rest = text.substring(1);
    return switch (text.charAt(0)) {
      case 'z' -> Bytes.wrap(Base58.decode(rest));
      case 'u' -> Base64Url.decode(rest);
      default -> throw new MalformedCredential("", "multibase header is neither z nor u");
    };
  }
}
