package org.insignia.openbadges.proof;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.Multibase;

/**
 * Names for blank nodes that tell nothing about the statements left out: a keyed hash of the
 * canonical label.
 */
final class BlindLabels implements UnaryOperator<String> {
  private final Mac mac;
  private final Map<String, String> known = new HashMap<>();

  BlindLabels(Bytes hmacKey) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(hmacKey.view(), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** The name of the node with this canonical label. */
  @Override
  public String apply(String canonical) {
    return known.computeIfAbsent(
        canonical, label -> Multibase.base64url(Bytes.wrap(mac.doFinal(Bytes.utf8(label).view()))));
  }
}
