package org.insignia.server.accounts.fsck;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has an account, for rules of features above. */
@Component
public class People {
  private final PersonRowStore store;

  People(PersonRowStore store) {
    this.store = store;
  }

  /** Those of these who have an account of their own, which was not merged into another. */
  public Set<UUID> present(Collection<UUID> people) {
    return people.isEmpty() ? Set.of() : new HashSet<>(store.present(people));
  }
}
