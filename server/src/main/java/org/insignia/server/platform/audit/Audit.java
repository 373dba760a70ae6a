package org.insignia.server.platform.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The record of who changed what: one line for every change of state, written in the same
 * transaction as the change.
 */
@Component
public final class Audit {
  private final AuditStore store;

  Audit(AuditStore store) {
    this.store = store;
  }

  /**
   * Adds a line.
   *
   * @param actor who did it: {@code person:UUID}, {@code admin-token}, {@code worker:NAME}
   * @param organisation whose record it is, null for what concerns the whole server
   * @param action area and verb, for example {@code results.merge}
   * @param subject what it was done to, for example {@code dossier:UUID}; no personal data
   * @param detail why and with which values; no personal data
   */
  public void record(
      String actor, @Nullable UUID organisation, String action, String subject, String detail) {
    store.append(actor, organisation, action, List.of(subject), detail);
  }

  /** Adds a line for each of these subjects, in one statement, none of which needs a detail. */
  public void recordEach(
      String actor, @Nullable UUID organisation, String action, List<String> subjects) {
    if (!subjects.isEmpty()) {
      store.append(actor, organisation, action, subjects, "");
    }
  }
}
