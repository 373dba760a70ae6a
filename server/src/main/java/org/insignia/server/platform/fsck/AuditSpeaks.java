package org.insignia.server.platform.fsck;

import org.springframework.stereotype.Component;

/** I9: no change without somebody who made it, and none from the future. */
@Component
final class AuditSpeaks implements Invariant {
  private final Stretches stretches;

  AuditSpeaks(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "audit-speaks";
  }

  @Override
  public int number() {
    return 9;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "audit_line",
        "id",
        """
        select 'audit_line:' || id as subject,
               case when at > now() + interval '5 minutes' then 'is of ' || at || ', which has not come yet'
                    else 'has no actor, action or subject' end as what
          from audit_line
         where id > :after and id <= :upTo
           and (btrim(actor) = '' or btrim(action) = '' or btrim(subject) = ''
                or at > now() + interval '5 minutes')
        """);
  }
}
