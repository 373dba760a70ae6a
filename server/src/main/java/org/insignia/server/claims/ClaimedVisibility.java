package org.insignia.server.claims;

import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Visibility;
import org.springframework.stereotype.Component;

/**
 * Answers for everything that serves badges: only what was accepted and made public may be seen.
 */
@Component
final class ClaimedVisibility implements Visibility {
  private final Claims claims;

  ClaimedVisibility(Claims claims) {
    this.claims = claims;
  }

  @Override
  public boolean isPublic(CredentialId credential) {
    return claims.publiclyVisible(credential);
  }
}
