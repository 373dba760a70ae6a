package org.insignia.server.platform.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Writes the letters of one kind at the moment they are sent, so that links in them are fresh and
 * only hashes are stored.
 */
public interface MailLetter {
  /** The kind under which it was queued, for example {@code claim-invitation}. */
  String kind();

  /**
   * Whether it may not wait behind others, however many: somebody sits before the screen until it
   * comes, or it is about the safety of an account. No by default.
   */
  default boolean isUrgent() {
    return false;
  }

  /**
   * Writes the letter, inside the transaction that marks it as sent.
   *
   * @param ref what it is about, as queued
   * @return empty if it is no longer wanted (a badge revoked meanwhile): then it is dropped
   */
  Optional<Letter> write(UUID ref);
}
