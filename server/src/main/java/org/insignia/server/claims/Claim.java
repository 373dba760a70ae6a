package org.insignia.server.claims;

import java.time.Instant;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the earner made of a badge that was offered; one per credential.
 *
 * @param recipient the mailbox it was offered to: only who proved that it is theirs can accept
 * @param owner who accepted; null before
 * @param visibility who may see it once it is accepted; before, nobody may
 * @param decidedAt when it was accepted or rejected; null while it waits
 */
public record Claim(
    CredentialId credential,
    OrganisationId organisation,
    EmailAddress recipient,
    State state,
    @Nullable PersonId owner,
    Visibility visibility,
    Instant offeredAt,
    @Nullable Instant decidedAt) {

  /** Ignoring it for ever leaves it pending. */
  public enum State {
    PENDING,
    ACCEPTED,
    REJECTED
  }

  /** Who may see an accepted badge. */
  public enum Visibility {
    /** Everybody who knows its address. */
    PUBLIC,
    /** Its owner alone. */
    PRIVATE;

    /** What is meant if a form says nothing or nonsense: the one that shows less. */
    public static Visibility of(String word) {
      return "public".equals(word) ? PUBLIC : PRIVATE;
    }
  }

  /** Whether everybody may see the badge. */
  public boolean isPublic() {
    return state == State.ACCEPTED && visibility == Visibility.PUBLIC;
  }
}
