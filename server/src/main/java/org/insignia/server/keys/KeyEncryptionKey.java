package org.insignia.server.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.insignia.openbadges.json.Bytes;

/** The 256-bit key under which private keys lie in the database; itself kept elsewhere. */
final class KeyEncryptionKey {
  static final int LENGTH = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final String fingerprint;

  private KeyEncryptionKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    this.fingerprint = fingerprint(key);
  }

  /**
   * @throws IllegalArgumentException unless 32 bytes
   */
  static KeyEncryptionKey of(Bytes key) {
    if (key.size() != LENGTH) {
      throw new IllegalArgumentException(
          "a key-encryption key has " + LENGTH + " bytes, not " + key.size());
    }
    return new KeyEncryptionKey(key.toArray());
  }

  static Bytes random() {
    byte[] key = new byte[LENGTH];
    RANDOM.nextBytes(key);
    return Bytes.wrap(key);
  }

  /** Tells keys apart without telling anything about them. */
  String fingerprint() {
    return fingerprint;
  }

  /** Nonce, ciphertext and tag; opens only with the same {@code owner}. */
  Bytes seal(Bytes secret, String owner) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, owner);
      byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(secret.size()));
      cipher.doFinal(secret.view(), 0, secret.size(), sealed, NONCE);
      return Bytes.wrap(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks AES-GCM", e);
    }
  }

  /**
   * @throws IllegalStateException where it was sealed under another key, for another owner, or was
   *     altered since
   */
  Bytes open(Bytes sealed, String owner) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed.view(), 0, owner);
      return Bytes.wrap(cipher.doFinal(sealed.view(), NONCE, sealed.size() - NONCE));
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "the private key of " + owner + " does not open under key-encryption key " + fingerprint,
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int from, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String fingerprint(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("insignia key-encryption key".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(key), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "key-encryption key " + fingerprint;
  }
}
