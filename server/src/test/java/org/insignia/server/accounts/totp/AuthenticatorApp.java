package org.insignia.server.accounts.totp;

import java.time.Instant;

/** What a phone would show for a secret. */
public record AuthenticatorApp(String secret) {
  /** From the key as a page shows it. */
  public static AuthenticatorApp typed(String groups) {
    return new AuthenticatorApp(groups.replace(" ", ""));
  }

  /** The present code. */
  public String code() {
    return TimeCode.at(secret, TimeCode.step(Instant.now()));
  }

  /** The code that comes next; taken already, for clocks that differ. */
  public String nextCode() {
    return TimeCode.at(secret, TimeCode.step(Instant.now()) + 1);
  }
}
