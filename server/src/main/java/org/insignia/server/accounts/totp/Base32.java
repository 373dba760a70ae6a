package org.insignia.server.accounts.totp;

/**
 * The alphabet that people can copy by hand.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, section 6</a>
 */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /**
   * @param bytes a multiple of five, so that no padding is needed
   */
  static String encode(byte[] bytes) {
    if (bytes.length % 5 != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes would need padding");
    }
    var text = new StringBuilder();
    long kept = 0;
    int bits = 0;
    for (byte b : bytes) {
      kept = kept << 8 | b & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(ALPHABET.charAt((int) (kept >> (bits - 5)) & 31));
      }
    }
    return text.toString();
  }

  static byte[] decode(String text) {
    var bytes = new byte[text.length() * 5 / 8];
    long kept = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("no Base32");
      }
      kept = kept << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (kept >> bits);
      }
    }
    return bytes;
  }
}
