package org.insignia.server.results.intake;

import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Usage;
import org.springframework.stereotype.Component;

/** The bytes of results files, which are kept with their reports. */
@Component
final class ResultFilesKept implements Usage {
  private final IntakeStore store;

  ResultFilesKept(IntakeStore store) {
    this.store = store;
  }

  @Override
  public Limit limit() {
    return Limit.STORAGE;
  }

  @Override
  public long of(OrganisationId organisation) {
    return store.bytesOf(organisation);
  }
}
