package org.insignia.server.keys.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/** I12: who ever signed has exactly one key to sign with, and a retired key is followed by it. */
@Component
final class OneKeyInUse implements Invariant {
  private final Stretches stretches;

  OneKeyInUse(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "one-key-in-use";
  }

  @Override
  public int number() {
    return 12;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "signing_key",
        "id",
        """
        select 'signing_key:' || k.id as subject,
               case when k.retired_at < k.created_at then 'was retired at ' || k.retired_at || ', before it was made'
                    else 'organisation ' || k.organisation_id || ' has ' || u.count || ' keys in use' end as what
          from signing_key k
         cross join lateral (select count(*) from signing_key i
                              where i.organisation_id = k.organisation_id and i.retired_at is null) u
         where k.id > :after and k.id <= :upTo and (u.count <> 1 or k.retired_at < k.created_at)
        """);
  }
}
