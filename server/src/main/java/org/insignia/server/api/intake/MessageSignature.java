package org.insignia.server.api.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in the headers of a signed message (Standard Webhooks).
 *
 * @param id of the message, the same when it is sent again
 * @param timestamp seconds since 1970, as it was written
 * @param signatures with blanks between them
 */
record MessageSignature(String id, String timestamp, String signatures) {
  /** Before the base64 of a secret. */
  static final String PREFIX = "whsec_";

  /** How far the clocks of two machines may be apart, and how old a message may be. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Whether it was said about now, and what it names is fit to be remembered. */
  boolean isTimely(Instant now) {
    if (!timestamp.matches("[0-9]{1,12}") || !id.matches("[!-~]{1,200}")) {
      return false;
    }
    var said = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(said, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Whether one of the signatures is of this body under this secret. */
  boolean isOf(byte[] body, String secret) {
    var mine = ("v1," + mac(body, secret)).getBytes(US_ASCII);
    boolean found = false;
    for (var one : Arrays.asList(signatures.split(" ", 20))) {
      found |= MessageDigest.isEqual(mine, one.getBytes(UTF_8));
    }
    return found;
  }

  private String mac(byte[] body, String secret) {
    try {
      var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HmacSHA256", e);
    }
  }
}
