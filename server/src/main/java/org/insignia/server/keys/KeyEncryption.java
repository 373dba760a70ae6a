package org.insignia.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the key-encryption key comes from: the setting, else the file {@code kek} in the data
 * folder, made at the first start, readable by its owner alone.
 */
@Configuration(proxyBeanMethods = false)
class KeyEncryption {
  private static final String SETTING = "INSIGNIA_KEY_ENCRYPTION_KEY";

  @Bean
  KeyEncryptionKey keyEncryptionKey(
      Settings settings,
      @Value("${insignia.key-encryption-key:}") String setting,
      SigningKeyStore store) {
    Path file = settings.dataFolder().resolve("kek");
    KeyEncryptionKey key = setting.isBlank() ? fromFile(file, store) : fromSetting(setting);
    refuseStrangers(key, store);
    return key;
  }

  private static KeyEncryptionKey fromSetting(String setting) {
    try {
      return KeyEncryptionKey.of(Bytes.wrap(Base64.getDecoder().decode(setting.strip())));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(SETTING + " must be 32 bytes in Base64", e);
    }
  }

  private static KeyEncryptionKey fromFile(Path file, SigningKeyStore store) {
    try {
      if (!Files.exists(file)) {
        if (!store.fingerprints().isEmpty()) {
          throw new IllegalStateException(
              "the database has signing keys but their key-encryption key is missing: restore "
                  + file
                  + " from the backup, or set "
                  + SETTING);
        }
        make(file);
      }
      return KeyEncryptionKey.of(Bytes.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Complete under its name or not there at all, and on disk before the first use. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "kek",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var channel = FileChannel.open(draft, EnumSet.of(StandardOpenOption.WRITE))) {
        channel.write(ByteBuffer.wrap(KeyEncryptionKey.random().toArray()));
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another start made it at the same moment; that one counts.
    } finally {
      Files.delete(draft);
    }
  }

  private static void refuseStrangers(KeyEncryptionKey key, SigningKeyStore store) {
    for (String fingerprint : store.fingerprints()) {
      if (!fingerprint.equals(key.fingerprint())) {
        throw new IllegalStateException(
            "signing keys in the database are sealed under key-encryption key "
                + fingerprint
                + ", this server has "
                + key.fingerprint()
                + ": give it the right one in "
                + SETTING
                + " or the file kek in the data folder");
      }
    }
  }
}
