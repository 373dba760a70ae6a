package org.insignia.server.platform.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The record of one organisation, to be read. */
@Component
public final class AuditTrail {
  /** How many lines a question looks at: one that fits none comes back soon all the same. */
  static final int LOOKED = 200_000;

  private final AuditStore store;

  AuditTrail(AuditStore store) {
    this.store = store;
  }

  /** Lines that fit, the newest first. */
  public List<AuditLine> find(UUID organisation, AuditWish wish, int limit) {
    return store.find(organisation, wish, LOOKED, limit);
  }
}
