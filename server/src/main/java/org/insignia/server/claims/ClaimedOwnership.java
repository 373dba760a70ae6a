package org.insignia.server.claims;

import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Ownership;
import org.springframework.stereotype.Component;

/** Answers by claims: what one accepted, and what one may still accept or declined. */
@Component
final class ClaimedOwnership implements Ownership {
  private final Claims claims;

  ClaimedOwnership(Claims claims) {
    this.claims = claims;
  }

  @Override
  public List<CredentialId> of(PersonId person) {
    return Stream.of(claims.held(person), claims.waitingFor(person), claims.rejectedBy(person))
        .flatMap(List::stream)
        .map(Claim::credential)
        .toList();
  }

  @Override
  public List<Accepted> accepted(PersonId person) {
    return claims.held(person).stream()
        .map(claim -> new Accepted(claim.credential(), claim.isPublic()))
        .toList();
  }
}
