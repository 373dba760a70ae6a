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

    /** 58 to the power of 5: the largest that leaves room for 32 bits more in a long. */
    private static final long FIVE_DIGITS = 656_356_768;

    private static final byte[] DIGIT = new byte[128];

    static {
      Arrays.fill(DIGIT, (byte) -1);
      for (int i = 0; i < 58; i++) DIGIT[ALPHABET.charAt(i)] = (byte) i;
    }

    private Base58() {}

    static String encode(byte[] bytes) {
      int zeros = 0;
      while (zeros < bytes.length && bytes[zeros] == 0) zeros++;
      byte[] digits = digits(bytes);
      int start = 0;
      while (start < digits.length && digits[start] == 0) start++;
      byte[] text = new byte[zeros + digits.length - start];
      Arrays.fill(text, 0, zeros, (byte) '1');
      for (int i = start; i < digits.length; i++) {
        text[zeros + i - start] = (byte) ALPHABET.charAt(digits[i]);
      }
      return new String(text, StandardCharsets.US_ASCII);
    }

    /** The number in base 58, with zeros in front; four bytes and five digits at a time. */
    private static byte[] digits(byte[] bytes) {
      long[] limbs = new long[bytes.length / 3 + 2];
      int used = 0;
      int at = 0;
      while (at < bytes.length) {
        // The first word takes what does not fill a whole one.
        int end = at + (at == 0 && bytes.length % 4 != 0 ? bytes.length % 4 : 4);
        long carry = 0;
        for (; at < end; at++) carry = carry << 8 | (bytes[at] & 0xff);
        for (int j = 0; j < used || carry != 0; j++) {
          carry += limbs[j] << 32;
          long quotient = carry / FIVE_DIGITS;
          limbs[j] = carry - quotient * FIVE_DIGITS;
          carry = quotient;
          used = Math.max(used, j + 1);
        }
      }
      byte[] digits = new byte[used * 5];
      for (int limb = 0; limb < used; limb++) {
        long rest = limbs[limb];
        for (int i = 0; i < 5; i++) {
          digits[digits.length - 1 - limb * 5 - i] = (byte) (rest % 58);
          rest /= 58;
        }
      }
      return digits;
    }

    static byte[] decode(String text) {
      if (text.length() > LONGEST) {
        throw new MalformedCredential("", "base58 text of " + text.length() + " characters");
      }
      int zeros = 0;
      while (zeros < text.length() && text.charAt(zeros) == '1') zeros++;
      byte[] number = number(text, zeros);
      int start = 0;
      while (start < number.length && number[start] == 0) start++;
      byte[] bytes = new byte[zeros + number.length - start];
      System.arraycopy(number, start, bytes, zeros, number.length - start);
      return bytes;
    }

    /** The number of these digits, with zeros in front; five digits and four bytes at a time. */
    private static byte[] number(String text, int from) {
      int[] words = new int[(text.length() - from) / 5 + 1];
      int used = 0;
      int at = from;
      while (at < text.length()) {
        // The first step takes what does not fill a whole one.
        int end = at + (at == from && (text.length() - at) % 5 != 0 ? (text.length() - at) % 5 : 5);
        long carry = 0;
        for (; at < end; at++) carry = carry * 58 + digit(text, at);
        for (int j = 0; j < used || carry != 0; j++) {
          carry += (words[j] & 0xffff_ffffL) * FIVE_DIGITS;
          words[j] = (int) carry;
          carry >>>= 32;
          used = Math.max(used, j + 1);
        }
      }
      byte[] bytes = new byte[used * 4];
      for (int word = 0; word < used; word++) {
        for (int i = 0; i < 4; i++) {
          bytes[bytes.length - 1 - word * 4 - i] = (byte) (words[word] >>> i * 8);
        }
      }
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
