package org.insignia.server.certificates;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.springframework.stereotype.Service;

/** What people chose last: the next certificate comes on that paper and in that language. */
@Service
public class Editions {
  private final EditionStore store;

  Editions(EditionStore store) {
    this.store = store;
  }

  /** What this person chose; empty if nothing yet. */
  public Optional<Edition> of(PersonId person) {
    return store.find(person);
  }

  /** Keeps a choice. */
  public void remember(PersonId person, Edition edition) {
    store.put(person, edition);
  }
}
