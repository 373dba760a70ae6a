package org.insignia.server.accounts.merge;

import java.util.List;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;

/**
 * Port: what a feature keeps for a person, to be told before their accounts are merged or their
 * account is erased.
 */
public interface Stake {
  /**
   * So many of something.
   *
   * @param key text key with plural forms
   */
  record Line(String key, long count) {}

  /** What there is of this person; without lines that count nothing. */
  List<Line> of(PersonId person);

  /** Text key of why the account cannot be erased now and what to do first. */
  default Optional<String> ties(PersonId person) {
    return Optional.empty();
  }
}
