package org.insignia.server.sharing.evidence;

import org.insignia.server.issuing.erasure.CredentialErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an earner laid beside a badge goes with it when its issuer erases whom it is about. */
@Component
class ErasedEvidence {
  private final OwnEvidenceStore store;

  ErasedEvidence(OwnEvidenceStore store) {
    this.store = store;
  }

  @EventListener
  void erased(CredentialErased event) {
    store.erase(event.credentials());
  }
}
