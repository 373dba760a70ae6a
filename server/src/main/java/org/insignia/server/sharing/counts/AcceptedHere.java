package org.insignia.server.sharing.counts;

import org.insignia.server.claims.Claim;
import org.insignia.server.claims.ClaimDecided;
import org.insignia.server.issuing.Credentials;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts from which countries badges are accepted; how often, is counted of the claims themselves.
 */
@Component
final class AcceptedHere {
  private final Credentials credentials;
  private final Countries countries;
  private final Whence whence;

  AcceptedHere(Credentials credentials, Countries countries, Whence whence) {
    this.credentials = credentials;
    this.countries = countries;
    this.whence = whence;
  }

  @EventListener
  void on(ClaimDecided decided) {
    var country = whence.here();
    if (decided.state() == Claim.State.ACCEPTED && !country.isEmpty()) {
      credentials
          .find(decided.credential())
          .ifPresent(
              credential -> onceItHolds(() -> countries.note(country, credential, Kind.ACCEPTED)));
    }
  }

  /** What is only kept in memory is not taken back with the transaction. */
  private static void onceItHolds(Runnable what) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            what.run();
          }
        });
  }
}
