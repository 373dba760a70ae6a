package org.insignia.server.claims.browse;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Badges of an organisation by what became of their claims. */
@Component
public class ClaimSearch {
  /** No more are found at once; the latest count. */
  public static final int MOST = 1_000_000;

  private final ClaimSearchStore store;

  ClaimSearch(ClaimSearchStore store) {
    this.store = store;
  }

  /** Those whose claim is in one of these states. */
  public List<CredentialId> in(OrganisationId organisation, Set<Claim.State> states) {
    return states.isEmpty() ? List.of() : store.in(organisation, states, MOST);
  }

  /** Those that everybody may see. */
  public List<CredentialId> shown(OrganisationId organisation) {
    return store.shown(organisation, MOST);
  }

  /** Those that this person accepted. */
  public List<CredentialId> heldBy(OrganisationId organisation, PersonId person) {
    return store.heldBy(organisation, person);
  }

  /** Those that were decided in this stretch of time; null where it has no end. */
  public List<CredentialId> decided(
      OrganisationId organisation, @Nullable Instant from, @Nullable Instant until) {
    return store.decided(organisation, from, until, MOST);
  }
}
