package org.insignia.server.issuing.bulk;

import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Usage;
import org.springframework.stereotype.Component;

/** The bytes of lists of badges, which are kept until a month after their end. */
@Component
final class ListsKept implements Usage {
  private final BulkStore store;

  ListsKept(BulkStore store) {
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
