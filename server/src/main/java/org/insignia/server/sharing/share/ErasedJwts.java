package org.insignia.server.sharing.share;

import org.insignia.server.issuing.erasure.CredentialErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The other form of a badge goes with it when its issuer erases whom it is about. */
@Component
class ErasedJwts {
  private final JwtStore store;

  ErasedJwts(JwtStore store) {
    this.store = store;
  }

  @EventListener
  void erased(CredentialErased event) {
    store.erase(event.credentials());
  }
}
