package org.insignia.server.issuing.fsck;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** What rules of features above ask of credentials. */
@Component
public class CredentialFacts {
  private final CredentialFactStore store;
  private final Stretches stretches;

  CredentialFacts(CredentialFactStore store, Stretches stretches) {
    this.store = store;
    this.stretches = stretches;
  }

  /** Since when those of these that are revoked or replaced are so. */
  public Map<UUID, Instant> outForGood(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : store.outForGood(ids);
  }

  /** Those of these that stand in for another. */
  public Set<UUID> successors(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : store.successors(ids);
  }

  /**
   * All in force that were handed over to be announced; some at a time, each time with the database
   * of one moment.
   */
  public void visitAnnounced(Probe probe, Consumer<List<UUID>> visitor) {
    stretches.visit(
        probe, "credential", "id", (after, upTo) -> visitor.accept(store.announced(after, upTo)));
  }
}
