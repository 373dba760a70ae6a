package org.insignia.openbadges.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.insignia.openbadges.json.MalformedCredential;

/** Base58 in the Bitcoin alphabet. Takes quadratic time, so its input is capped. */
final class Base58 {
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
