package org.insignia.server.claims;

import java.util.List;
import org.insignia.server.issuing.erasure.CredentialErased;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whom a badge was about goes from its claim, its links and its letters when the issuer erases it.
 */
@Component
class ErasedBadges {
  private final ErasedBadgeStore store;
  private final Outbox outbox;

  ErasedBadges(ErasedBadgeStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
  }

  @EventListener
  void erased(CredentialErased event) {
    store.erase(event.credentials());
    outbox.forget(List.of(event.recipient()));
  }
}
