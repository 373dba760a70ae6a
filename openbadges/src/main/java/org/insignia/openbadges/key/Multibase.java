package org.insignia.openbadges.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Base58 in the Bitcoin alphabet. Takes quadratic time, so its input is capped. */
  private static final class Base58 {
    private static final String ALPHABET =
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** Room for an RSA key of 8,192 bits; every signature and every other key is far shorter. */
    private static final int LONGEST = 1_600;

    private static final byte[] DIGIT = new byte[128];

    static {
      Arrays.fill(DIGIT, (byte) -1);
      for (int i = 0; i < 58; i++) DIGIT[ALPHABET.charAt(i)] = (byte) i;
    }

    private Base58() {}

    static String encode(byte[] bytes) {
      int zeros = 0;
      while (zeros < bytes.length && bytes[zeros] == 0) zeros++;
      byte[] digits = new byte[bytes.length * 138 / 100 + 1];
      int used = 0;
      for (int i = zeros; i < bytes.length; i++) {
        int carry = bytes[i] & 0xff;
        int j = 0;
        for (; j < used || carry != 0; j++) {
          carry += (digits[j] & 0xff) << 8;
          digits[j] = (byte) (carry % 58);
          carry /= 58;
        }
        used = j;
      }
      byte[] text = new byte[zeros + used];
      Arrays.fill(text, 0, zeros, (byte) '1');
      for (int i = 0; i < used; i++) text[zeros + i] = (byte) ALPHABET.charAt(digits[used - 1 - i]);
      return new String(text, StandardCharsets.US_ASCII);
    }

    static byte[] decode(String text) {
      if (text.length() > LONGEST) {
        throw new MalformedCredential("", "base58 text of " + text.length() + " characters");
      }
      int zeros = 0;
      while (zeros < text.length() && text.charAt(zeros) == '1') zeros++;
      byte[] little = new byte[text.length() - zeros];
      int used = 0;
      for (int i = zeros; i < text.length(); i++) {
        int carry = digit(text, i);
        int j = 0;
        for (; j < used || carry != 0; j++) {
          carry += (little[j] & 0xff) * 58;
          little[j] = (byte) carry;
          carry >>= 8;
        }
        used = j;
      }
      byte[] bytes = new byte[zeros + used];
      for (int i = 0; i < used; i++) bytes[zeros + i] = little[used - 1 - i];
      return bytes;
    }

    private static int digit(String text, int at) {
      char c = text.charAt(at);
      int digit = c < 128 ? DIGIT[c] : -1;
      if (digit < 0) throw new MalformedCredential("", "not a base58 character at " + at);
      return digit;
    }
  }
}
