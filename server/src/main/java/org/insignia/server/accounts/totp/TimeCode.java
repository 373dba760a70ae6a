package org.insignia.server.accounts.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds, HMAC-SHA-1 as every authenticator app has it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class TimeCode {
  static final int DIGITS = 6;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;
  private static final Pattern FORM = Pattern.compile("\\d{" + DIGITS + "}");

  private TimeCode() {}

  /** 160 random bits in Base32. */
  static String freshSecret(SecureRandom random) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base32.encode(bytes);
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of a step of time. */
  static String at(String secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HMAC-SHA-1", e);
    }
  }

  /**
   * The step this code belongs to: the present one, or one beside it for clocks that differ.
   *
   * @param typed blanks in it do not count
   */
  static OptionalLong stepOf(String typed, String secret, Instant now) {
    var code = typed.replaceAll("\\s", "");
    if (!FORM.matcher(code).matches()) {
      return OptionalLong.empty();
    }
    for (long step = step(now) - 1; step <= step(now) + 1; step++) {
      if (at(secret, step).equals(code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }
}
