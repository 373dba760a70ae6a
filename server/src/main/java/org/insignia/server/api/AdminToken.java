package org.insignia.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The token with which the commands of this machine speak to this server. It lies in the data
 * folder, readable by its owner only: whoever can read it could read the database as well.
 */
@Component
public final class AdminToken {
  /** The actor written into the audit for what is done with it. */
  public static final String ACTOR = "admin-token";

  private static final String BEARER = "Bearer ";
  private final String token;

  AdminToken(Settings settings) {
    this.token = read(settings.dataFolder().resolve("admin.token"));
  }

  private static String read(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, SecretToken.fresh(new SecureRandom()).text());
      }
      var text = Files.readString(file).strip();
      if (SecretToken.parse(text).isEmpty()) {
        throw new IllegalStateException(file + " holds no token; delete it and start again");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the administrator's token in " + file, e);
    }
  }

  /**
   * Lets pass only who shows the token.
   *
   * @param authorization value of the Authorization header
   * @throws Problem.Unauthenticated without it or with another one
   */
  public void require(@Nullable String authorization) {
    if (!isShown(authorization)) {
      throw new Problem.Unauthenticated(
          "this needs the token from the file admin.token in the server's data folder");
    }
  }

  /** Whether this is the token, as a header shows it. */
  public boolean isShown(@Nullable String authorization) {
    return authorization != null
        && authorization.startsWith(BEARER)
        && isMine(authorization.substring(BEARER.length()));
  }

  private boolean isMine(String shown) {
    return MessageDigest.isEqual(
        shown.strip().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
