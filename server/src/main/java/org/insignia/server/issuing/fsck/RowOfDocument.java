package org.insignia.server.issuing.fsck;

import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I3: there is no document, and nothing to sign or to announce, of a credential that is not there.
 */
@Component
final class RowOfDocument implements Invariant {
  private final Stretches stretches;

  RowOfDocument(Stretches stretches) {
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "row-of-document";
  }

  @Override
  public int number() {
    return 3;
  }

  @Override
  public void check(Probe probe) {
    stretches.find(
        probe,
        "credential_document",
        "credential_id",
        """
        select 'credential:' || d.credential_id as subject,
               'has a document, but is not among the credentials' as what
          from credential_document d
         where d.credential_id > :after and d.credential_id <= :upTo
           and not exists (select 1 from credential c where c.id = d.credential_id)
        """);
  }
}
