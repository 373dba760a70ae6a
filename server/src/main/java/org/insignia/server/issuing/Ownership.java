package org.insignia.server.issuing;

import java.util.List;
import org.insignia.server.accounts.PersonId;

/**
 * Whose credentials are: a question that the feature above answers, which knows claims. An address
 * alone does not say it: a mailbox may have changed hands since.
 */
public interface Ownership {
  /**
   * What a person accepted, and what was offered to one of their proven mailboxes and accepted by
   * nobody, whatever became of it; in no order.
   */
  List<CredentialId> of(PersonId person);

  /** What a person accepted, latest first, revoked and replaced ones included. */
  List<Accepted> accepted(PersonId person);

  /**
   * A badge in somebody's possession.
   *
   * @param isPublic whether everybody may see its page
   */
  record Accepted(CredentialId credential, boolean isPublic) {}
}
