package org.insignia.server.api.wallet;

import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Which badges somebody may put into a wallet. */
@Component
class WalletBadges {
  private final Claims claims;
  private final Credentials credentials;

  WalletBadges(Claims claims, Credentials credentials) {
    this.claims = claims;
    this.credentials = credentials;
  }

  /**
   * A badge that this person accepted.
   *
   * @throws Problem.NotFound for every other
   */
  Claim held(PersonId person, UUID id) {
    return claims
        .of(new CredentialId(id))
        .filter(c -> c.state() == Claim.State.ACCEPTED && person.equals(c.owner()))
        .orElseThrow(() -> new Problem.NotFound("there is no badge " + id));
  }

  /** Whether wallets can have it. */
  boolean isAlive(Claim held) {
    return credentials
        .find(held.credential())
        .filter(badge -> badge.state() == Credential.State.ISSUED)
        .isPresent();
  }
}
