package org.insignia.server.api.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token as programs show it: as a bearer, or as the name of a user of HTTP Basic without a
 * password, in all spellings that are seen.
 */
public final class ShownToken {
  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  private ShownToken() {}

  /** The header as if the token had come as a bearer; null where it cannot be read. */
  public static @Nullable String bearer(@Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? "Bearer " + header.substring(BEARER.length()).strip()
          : header;
    }
    try {
      var text = header.substring(BASIC.length()).strip();
      var decoded =
          new String(
              Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/')),
              StandardCharsets.UTF_8);
      int colon = decoded.indexOf(':');
      // Some show it as the password of nobody.
      var user = colon < 0 ? decoded : decoded.substring(0, colon > 0 ? colon : decoded.length());
      user = user.startsWith(":") ? user.substring(1) : user;
      return "Bearer " + (user.endsWith("|") ? user.substring(0, user.length() - 1) : user).strip();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
