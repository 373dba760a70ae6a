package org.insignia.server.issuing.browse;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.stereotype.Component;

/** Signed badges of an organisation, the latest first: each page is one stretch of an index. */
@Component
public class BadgeList {
  private final BadgeListStore store;

  BadgeList(BadgeListStore store) {
    this.store = store;
  }

  /**
   * Some of them.
   *
   * @param before the last one of the page before; empty for the first
   */
  public List<Issued> of(
      OrganisationId organisation, Wanted wanted, Optional<CredentialId> before, int limit) {
    return store.page(
        organisation.value(), wanted, before.map(CredentialId::value).orElse(null), limit);
  }

  /** Those of these that are wanted, the latest first. */
  public List<Issued> among(
      OrganisationId organisation, Wanted wanted, Collection<CredentialId> these) {
    return these.isEmpty()
        ? List.of()
        : store.among(
            organisation.value(), wanted, these.stream().map(CredentialId::value).toList());
  }

  /** All that were ever issued for these awards, the oldest first; of one organisation. */
  public List<Issued> of(OrganisationId organisation, Collection<AwardId> awards) {
    return awards.isEmpty()
        ? List.of()
        : store.of(organisation.value(), awards.stream().map(AwardId::value).toList());
  }
}
