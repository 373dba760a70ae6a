package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I1: an award has one credential in force, and what replaces another follows one that is not. */
@Component
final class CredentialOnce implements Invariant {
  private final Stretches stretches;

  CredentialOnce(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "credential-once";
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "credential",
        "id",
        """
        select 'credential:' || c.id as subject,
               case when o.id is not null then 'is in force for award ' || c.award_id || ', as is ' || o.id
                    else 'replaces ' || c.replaces || ', which is still ' || r.state end as what
          from credential c
          left join credential o
            on o.award_id = c.award_id and o.id < c.id
           and c.state in ('ISSUED', 'SUSPENDED') and o.state in ('ISSUED', 'SUSPENDED')
          left join credential r on r.id = c.replaces and r.state in ('ISSUED', 'SUSPENDED')
         where c.id > :after and c.id <= :upTo and (o.id is not null or r.id is not null)
        """);
  }
}
