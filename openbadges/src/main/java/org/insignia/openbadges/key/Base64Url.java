package org.insignia.openbadges.key;

import java.util.Base64;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** Base64url without padding (RFC 4648 section 5), one spelling for each value. */
public final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  /** Without padding. */
  public static String encode(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.view());
  }

  /**
   * Decodes strictly.
   *
   * @throws MalformedCredential for padding, white space, other alphabets and stray bits at the end
   *     (a second spelling of the same bytes would let a signature be written in several ways)
   */
  public static Bytes decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedCredential("", "not base64url without padding");
    }
    if (text.indexOf('=') >= 0 || strayBits(text)) {
      throw new MalformedCredential("", "not base64url without padding in its one spelling");
    }
    return Bytes.wrap(bytes);
  }

  private static boolean strayBits(String text) {
    if (text.isEmpty()) return false;
    int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
    return switch (text.length() % 4) {
      case 2 -> (last & 0x0f) != 0;
      case 3 -> (last & 0x03) != 0;
      default -> false;
    };
  }
}
