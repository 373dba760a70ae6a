package org.insignia.server.organisations;

import org.springframework.stereotype.Component;

/** How many people work for an organisation. */
@Component
final class MembersHeld implements Usage {
  private final MemberStore store;

  MembersHeld(MemberStore store) {
    this.store = store;
  }

  @Override
  public Limit limit() {
    return Limit.MEMBERS;
  }

  @Override
  public long of(OrganisationId organisation) {
    return store.of(organisation).size();
  }
}
