package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.support.missing.Found;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's request.
 *
 * @param organisation who is asked; null for the operator
 * @param person who asks; null where they have no account
 * @param address where who asks is reached; null where that is their account's
 * @param about uid of what a badge is missing for; empty: nothing
 * @param findings what the check found when it was asked
 * @param assignee who sees to it; null while nobody does
 */
record Request(
    UUID id,
    @Nullable OrganisationId organisation,
    @Nullable PersonId person,
    @Nullable EmailAddress address,
    String name,
    Language language,
    Topic topic,
    String subject,
    String about,
    List<Found> findings,
    State state,
    @Nullable PersonId assignee,
    Instant askedAt,
    Instant changedAt) {
  Request {
    findings = List.copyOf(findings);
  }

  /**
   * Something that was written in its thread.
   *
   * @param author null for who has no account, or none any more
   */
  record Message(
      UUID id,
      UUID request,
      boolean byStaff,
      @Nullable PersonId author,
      String words,
      Instant at) {}

  /** Names are stored and are keys of texts: add, never rename. */
  enum State {
    /** Whoever asked has not yet shown that the mailbox is theirs. */
    UNCONFIRMED,
    /** Waits for staff. */
    OPEN,
    /** Waits for who asked, if they have anything to add. */
    ANSWERED,
    CLOSED
  }
}
