package org.insignia.server.results;

import java.util.Set;
import org.insignia.server.accounts.PersonId;

/** These dossiers now belong to this account; published inside the transaction that links them. */
public record HoldersLinked(PersonId person, Set<DossierId> dossiers) {
  public HoldersLinked {
    dossiers = Set.copyOf(dossiers);
  }
}
