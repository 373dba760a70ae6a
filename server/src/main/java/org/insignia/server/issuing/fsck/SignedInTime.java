package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I3: nothing waits for its signature for longer than five minutes. */
@Component
final class SignedInTime implements Invariant {
  private final Stretches stretches;

  SignedInTime(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "signed-in-time";
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "credential_unsigned",
        "credential_id",
        """
        select 'credential:' || u.credential_id as subject,
               case when c.id is null then 'waits to be signed, but is not among the credentials'
                    when u.problem is not null then 'cannot be signed: ' || u.problem
                    else 'has been waiting for its signature since ' || u.due_at end as what
          from credential_unsigned u
          left join credential c on c.id = u.credential_id
         where u.credential_id > :after and u.credential_id <= :upTo
           and (c.id is null or u.problem <> 'the organisation is suspended' or u.due_at < now() - interval '5 minutes')
        """);
  }
}
