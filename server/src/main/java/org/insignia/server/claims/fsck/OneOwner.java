package org.insignia.server.claims.fsck;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.fsck.People;
import org.insignia.server.claims.fsck.ClaimFactStore.Decided;
import org.insignia.server.issuing.fsck.CredentialFacts;
import org.insignia.server.platform.fsck.AuditLines;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I11: an accepted badge has one owner, who has an account; nobody else's badge is public; and how
 * it came to be theirs stands in the audit. What stands in for another badge is inherited.
 */
@Component
final class OneOwner implements Invariant {
  private static final String DECIDED = "claims.";

  /** A badge that its issuer erases is nobody's from then on. */
  private static final String TAKEN_BACK = "issuing.revoked";

  private final ClaimFactStore store;
  private final CredentialFacts credentials;
  private final People people;
  private final AuditLines audit;
  private final Stretches stretches;

  OneOwner(
      ClaimFactStore store,
      CredentialFacts credentials,
      People people,
      AuditLines audit,
      Stretches stretches) {
    this.store = store;
    this.credentials = credentials;
    this.people = people;
    this.audit = audit;
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "one-owner";
  }

  @Override
  public int number() {
    return 11;
  }

  @Override
  public void check(Probe probe) {
    stretches.visit(
        probe, "claim", "credential_id", (after, upTo) -> check(probe, store.decided(after, upTo)));
  }

  private void check(Probe probe, List<Decided> decided) {
    var present =
        people.present(
            decided.stream().map(Decided::owner).filter(java.util.Objects::nonNull).toList());
    var ids = decided.stream().map(Decided::credential).toList();
    var inherited = credentials.successors(ids);
    var actions = audit.actions(ids.stream().map(id -> "credential:" + id).toList());
    for (var claim : decided) {
      var subject = "claim:" + claim.credential();
      var fault = fault(claim, present);
      if (!fault.isEmpty()) {
        probe.broken(subject, fault);
      }
      boolean audited =
          actions.getOrDefault("credential:" + claim.credential(), Set.of()).stream()
              .anyMatch(action ->
                  action.startsWith(DECIDED)
                      || (action.equals(TAKEN_BACK) && claim.state().equals("REJECTED")));
      if (!audited && !inherited.contains(claim.credential())) {
        probe.broken(subject, "is " + claim.state() + ", and the audit does not say how");
      }
    }
  }

  private static String fault(Decided claim, Set<UUID> present) {
    boolean accepted = claim.state().equals("ACCEPTED");
    if (accepted != (claim.owner() != null)) {
      return "is " + claim.state() + " with owner " + claim.owner();
    }
    if (!accepted && claim.visibility().equals("PUBLIC")) {
      return "is public, and nobody accepted it";
    }
    return accepted && !present.contains(claim.owner())
        ? "has owner " + claim.owner() + ", who has no account"
        : "";
  }
}
