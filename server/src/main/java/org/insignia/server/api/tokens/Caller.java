package org.insignia.server.api.tokens;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.Organisation;

/**
 * A program that showed a token.
 *
 * @param actor for the audit: {@code admin-token}, {@code token:UUID} or {@code client:UUID}
 * @param organisation for which it speaks; empty for the server's own token, which speaks for all
 * @param maker who made the token and may do what it does; empty for the server's own
 */
public record Caller(String actor, Optional<Organisation> organisation, Optional<PersonId> maker) {
  /** One behind whom stands nobody in particular. */
  public Caller(String actor, Optional<Organisation> organisation) {
    this(actor, organisation, Optional.empty());
  }
}
