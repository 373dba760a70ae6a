package org.insignia.server.accounts.merge;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;

/**
 * Rows of a person that go along as they are when accounts become one: what a store offers of them.
 */
public interface PersonalRows {
  /** Gives all that one person has to another; says which. */
  List<UUID> hand(PersonId from, PersonId to);

  /** Gives one to another person if it is still with the first. */
  void hand(UUID id, PersonId from, PersonId to);
}
