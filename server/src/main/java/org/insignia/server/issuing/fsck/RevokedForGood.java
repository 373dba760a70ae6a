package org.insignia.server.issuing.fsck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.platform.fsck.AuditLines;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.springframework.stereotype.Component;

/** I5: what was revoked or replaced once is so still, and its row is still there. */
@Component
final class RevokedForGood implements Invariant {
  private static final String REVOKED = "issuing.revoked";
  private static final String SUBJECT = "credential:";

  private final AuditLines audit;
  private final CredentialFactStore store;

  RevokedForGood(AuditLines audit, CredentialFactStore store) {
    this.audit = audit;
    this.store = store;
  }

  @Override
  public String key() {
    return "revoked-for-good";
  }

  @Override
  public int number() {
    return 5;
  }

  @Override
  public void check(Probe probe) {
    audit.visit(
        probe,
        List.of(REVOKED, "issuing.replaced"),
        lines -> {
          var said = new HashMap<UUID, String>();
          for (var line : lines) {
            if (line.subject().startsWith(SUBJECT)) {
              said.merge(
                  UUID.fromString(line.subject().substring(SUBJECT.length())),
                  line.action(),
                  (one, other) -> one.equals(REVOKED) ? one : other);
            }
          }
          compare(probe, said);
        });
  }

  private void compare(Probe probe, Map<UUID, String> said) {
    var states = said.isEmpty() ? Map.<UUID, String>of() : store.states(said.keySet());
    said.forEach((id, action) -> {
      var state = states.getOrDefault(id, "missing");
      boolean kept =
          state.equals("REVOKED") || (state.equals("REPLACED") && !action.equals(REVOKED));
      if (!kept) {
        probe.broken(SUBJECT + id, "the audit says " + action + ", but it is " + state);
      }
    });
  }
}
