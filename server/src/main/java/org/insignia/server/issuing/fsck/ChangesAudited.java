package org.insignia.server.issuing.fsck;

import java.util.Locale;
import java.util.Set;
import org.insignia.server.platform.fsck.AuditLines;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I9: what is suspended, revoked or replaced has its line in the audit. */
@Component
final class ChangesAudited implements Invariant {
  private final AuditLines audit;
  private final CredentialFactStore store;
  private final Stretches stretches;

  ChangesAudited(AuditLines audit, CredentialFactStore store, Stretches stretches) {
    this.audit = audit;
    this.store = store;
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "changes-audited";
  }

  @Override
  public int number() {
    return 9;
  }

  @Override
  public void check(Probe probe) {
    stretches.visit(
        probe,
        "credential",
        "id",
        (after, upTo) -> {
          var changed = store.changed(after, upTo);
          var actions =
              audit.actions(changed.keySet().stream().map(id -> "credential:" + id).toList());
          changed.forEach((id, state) -> {
            var action = "issuing." + state.toLowerCase(Locale.ROOT);
            if (!actions.getOrDefault("credential:" + id, Set.of()).contains(action)) {
              probe.broken("credential:" + id, "is " + state + ", without a line " + action);
            }
          });
        });
  }
}
