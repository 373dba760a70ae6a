package org.insignia.server.issuing.fsck;

import org.insignia.server.eligibility.fsck.GivenAwards;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.springframework.stereotype.Component;

/** I1: an award that was given and told has had a credential. */
@Component
final class AwardHasCredential implements Invariant {
  private final GivenAwards awards;
  private final CredentialFactStore store;

  AwardHasCredential(GivenAwards awards, CredentialFactStore store) {
    this.awards = awards;
    this.store = store;
  }

  @Override
  public String key() {
    return "award-has-credential";
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void check(Probe probe) {
    awards.visit(
        probe,
        given -> {
          var served = store.awardsWithCredential(given);
          given.stream()
              .filter(award -> !served.contains(award))
              .forEach(
                  award -> probe.broken("award:" + award, "was given, but nothing was issued"));
        });
  }
}
