package org.insignia.server.api.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that we share with a subscriber, in the form {@code whsec_BASE64}.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  static WebhookSecret fresh(SecureRandom random) {
    var key = new byte[BYTES];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  /**
   * @throws IllegalArgumentException for what {@link #text} cannot have made
   */
  static WebhookSecret of(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no secret of a webhook");
    }
    return new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
  }

  String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * The signature of a message: {@code v1,BASE64} of the HMAC-SHA256 over {@code
   * id.timestamp.body}.
   *
   * @param timestamp seconds since 1970
   */
  String sign(String id, long timestamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks HmacSHA256", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "WebhookSecret(…)";
  }
}
