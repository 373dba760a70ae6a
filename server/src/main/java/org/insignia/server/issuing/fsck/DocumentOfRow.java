package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I3: a credential is signed and stored, or waits for that; never both, never neither. One whose
 * personal data was erased has no document any more.
 */
@Component
final class DocumentOfRow implements Invariant {
  private final Stretches stretches;

  DocumentOfRow(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "document-of-row";
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "credential",
        "id",
        """
        select 'credential:' || c.id as subject,
               case when d.credential_id is null then 'has no document and does not wait for one'
                    when f.id is null then 'has a document whose frame ' || d.frame_id || ' is missing'
                    else 'has a document and waits for one' end as what
          from credential c
          left join credential_document d on d.credential_id = c.id
          left join document_frame f on f.id = d.frame_id
          left join credential_unsigned u on u.credential_id = c.id
         where c.id > :after and c.id <= :upTo
           and ((d.credential_id is null) = (u.credential_id is null)
                  and c.recipient <> 'erased@insignia.invalid'
                or (d.credential_id is not null and f.id is null))
        """);
  }
}
