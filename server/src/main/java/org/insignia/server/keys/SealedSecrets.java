package org.insignia.server.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.secrets.Vault;
import org.springframework.stereotype.Component;

/** Secrets of other features, under the key-encryption key; never mistaken for a signing key. */
@Component
final class SealedSecrets implements Vault {
  private final KeyEncryptionKey kek;

  SealedSecrets(KeyEncryptionKey kek) {
    this.kek = kek;
  }

  @Override
  public String seal(String secret, String owner) {
    var sealed = kek.seal(Bytes.wrap(secret.getBytes(StandardCharsets.UTF_8)), marked(owner));
    return Base64.getEncoder().encodeToString(sealed.toArray());
  }

  @Override
  public String open(String sealed, String owner) {
    var bytes = Bytes.wrap(Base64.getDecoder().decode(sealed));
    return new String(kek.open(bytes, marked(owner)).toArray(), StandardCharsets.UTF_8);
  }

  private static String marked(String owner) {
    return "secret of " + owner;
  }
}
