package org.insignia.server.claims.fsck;

import org.insignia.server.issuing.fsck.CredentialFacts;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.springframework.stereotype.Component;

/** I7: every badge that was handed over to be announced was offered to its earner. */
@Component
final class BadgeOffered implements Invariant {
  private final CredentialFacts credentials;
  private final ClaimFactStore store;

  BadgeOffered(CredentialFacts credentials, ClaimFactStore store) {
    this.credentials = credentials;
    this.store = store;
  }

  @Override
  public String key() {
    return "badge-offered";
  }

  @Override
  public int number() {
    return 7;
  }

  @Override
  public void check(Probe probe) {
    credentials.visitAnnounced(
        probe,
        announced -> {
          var offered = store.offered(announced);
          announced.stream()
              .filter(id -> !offered.contains(id))
              .forEach(
                  id -> probe.broken("credential:" + id, "is in force, but was never offered"));
        });
  }
}
