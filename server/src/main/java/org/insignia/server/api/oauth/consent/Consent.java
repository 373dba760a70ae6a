package org.insignia.server.api.oauth.consent;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.api.oauth.RedirectAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a person allowed a program.
 *
 * @param redirect the first address that the program registered
 * @param usedAt when the program last used it, to the minute; null if never
 */
public record Consent(
    UUID id,
    UUID client,
    String program,
    String redirect,
    Set<PersonScope> scopes,
    Instant madeAt,
    @Nullable Instant usedAt) {
  public Consent {
    scopes = Set.copyOf(scopes);
  }

  /** Where the person is sent back to; empty for a program on a device. */
  public String host() {
    return RedirectAddress.isOnDevice(redirect) ? "" : RedirectAddress.host(redirect);
  }
}
