package org.insignia.server.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret of 256 random bits. Who shows it has received it; we keep only {@link #hash()}, which
 * needs no salt and no slow function because the secret cannot be guessed.
 */
public final class SecretToken {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private SecretToken(String text) {
    this.text = text;
  }

  /** A new secret. */
  public static SecretToken fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads what came in a link or cookie; empty for anything that we cannot have made. */
  public static Optional<SecretToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
  }

  /**
   * The secret itself, 43 characters of base64url: for the link or cookie only, never for a table
   * or a log.
   */
  public String text() {
    return text;
  }

  /** SHA-256 of {@link #text()} as 64 hex digits: what is stored and looked up. */
  public String hash() {
    return sha256(text);
  }

  /** SHA-256 of a text as 64 hex digits; also used to keep addresses out of counters' keys. */
  public static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the secret: it must not reach a log by accident. */
  @Override
  public String toString() {
    return "SecretToken(…)";
  }
}
