package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I4: a position of a status list is one credential's, within the list's length. */
@Component
final class StatusIndexOnce implements Invariant {
  private final Stretches stretches;

  StatusIndexOnce(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "status-index-once";
  }

  @Override
  public int number() {
    return 4;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "credential",
        "id",
        """
        select 'credential:' || c.id as subject,
               'has index ' || c.status_index || ' of list ' || c.status_list_id
                 || case when o.id is null then ', outside of 131072' else ', as has ' || o.id end as what
          from credential c
          left join credential o
            on o.status_list_id = c.status_list_id and o.status_index = c.status_index and o.id < c.id
         where c.id > :after and c.id <= :upTo
           and (o.id is not null or c.status_index not between 0 and 131071)
        """);
  }
}
