package org.insignia.server.issuing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The number printed on what is made of a credential: sixteen letters and digits that nobody
 * guesses and anybody can type. It follows from the credential's id alone and leads back to it
 * without a table of its own: 41 bits are the millisecond of the id, 39 are a digest of all of it,
 * and the digest scrambles the millisecond.
 *
 * @param text in four groups, for example {@code 7K2M-9QXT-4RBC-0WZH}; in Crockford's alphabet,
 *     which has no I, L, O and U
 */
public record CertificateNumber(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORM =
      Pattern.compile("(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}\\u2212.·]+");
  private static final int LONGEST_TYPED = 40;
  private static final int CHARACTERS = 16;
  private static final int TAG_BITS = 39;
  private static final int TIME_BITS = 41;
  private static final long TAG = (1L << TAG_BITS) - 1;
  private static final long TIME = (1L << TIME_BITS) - 1;

  /** 2020-01-01; 41 bits of milliseconds reach to the year 2089. */
  private static final long EPOCH = 1_577_836_800_000L;

  public CertificateNumber {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no certificate number: " + text);
    }
  }

  /** The number of a credential. */
  public static CertificateNumber of(CredentialId credential) {
    UUID id = credential.value();
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    long tag = digest("insignia certificate", bytes) & TAG;
    long time = (id.getMostSignificantBits() >>> 16) - EPOCH & TIME;
    return new CertificateNumber(text(time ^ mask(tag), tag));
  }

  /**
   * Reads what somebody typed, in any case, with or without marks between the groups, and with the
   * letters O, I and L for the digits that they look like.
   */
  public static Optional<CertificateNumber> parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var plain =
        BETWEEN
            .matcher(typed.strip().toUpperCase(java.util.Locale.ROOT))
            .replaceAll("")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != CHARACTERS) {
      return Optional.empty();
    }
    var grouped = grouped(plain);
    return FORM.matcher(grouped).matches()
        ? Optional.of(new CertificateNumber(grouped))
        : Optional.empty();
  }

  /** The millisecond in which the credential's id was made. */
  long millisecond() {
    // Eighty bits do not fit a long: two halves, and the first bit of the lower is of the time.
    long upper = 0;
    long lower = 0;
    var plain = text.replace("-", "");
    for (int i = 0; i < CHARACTERS; i++) {
      int value = ALPHABET.indexOf(plain.charAt(i));
      if (i < CHARACTERS / 2) {
        upper = upper << 5 | value;
      } else {
        lower = lower << 5 | value;
      }
    }
    long tag = lower & TAG;
    long time = upper << 1 | lower >>> TAG_BITS;
    return (time ^ mask(tag)) + EPOCH;
  }

  private static long mask(long tag) {
    return digest("insignia mask", ByteBuffer.allocate(8).putLong(tag).array()) & TIME;
  }

  private static String text(long time, long tag) {
    long upper = time >>> 1;
    long lower = (time & 1) << TAG_BITS | tag;
    var plain = new StringBuilder(CHARACTERS);
    for (int shift = 35; shift >= 0; shift -= 5) {
      plain.append(ALPHABET.charAt((int) (upper >>> shift & 31)));
    }
    for (int shift = 35; shift >= 0; shift -= 5) {
      plain.append(ALPHABET.charAt((int) (lower >>> shift & 31)));
    }
    return grouped(plain.toString());
  }

  private static String grouped(String plain) {
    return String.join(
        "-",
        plain.substring(0, 4),
        plain.substring(4, 8),
        plain.substring(8, 12),
        plain.substring(12, 16));
  }

  private static long digest(String purpose, byte[] bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(purpose.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(sha.digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
