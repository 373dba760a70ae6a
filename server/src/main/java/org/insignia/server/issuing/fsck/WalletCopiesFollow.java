package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I4: what a wallet has can be revoked by a position that is nobody else's, in a list of the
 * badge's own issuer, and was signed by that issuer's key; what was never signed is given up.
 */
@Component
final class WalletCopiesFollow implements Invariant {
  private final Stretches stretches;

  WalletCopiesFollow(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "wallet-copies-follow";
  }

  @Override
  public int number() {
    return 4;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "wallet_copy",
        "id",
        """
        select 'wallet-copy:' || w.id as subject,
               case when o.id is not null then 'has the position of credential ' || o.id
                    when l.organisation_id <> c.organisation_id then 'is in a status list of another organisation'
                    when k.organisation_id <> c.organisation_id then 'is signed by the key of another organisation'
                    else 'was decided at ' || w.made_at || ' and never signed nor given up' end as what
          from wallet_copy w
          join credential c on c.id = w.credential_id
          join status_list l on l.id = w.status_list_id
          join signing_key k on k.id = w.key_id
          left join credential o on o.status_list_id = w.status_list_id and o.status_index = w.status_index
         where w.id > :after and w.id <= :upTo
           and (o.id is not null or l.organisation_id <> c.organisation_id or k.organisation_id <> c.organisation_id
                or (w.document is null and w.withdrawn_at is null and w.holder <> '' and w.made_at < now() - interval '1 day'))
        """);
  }
}
