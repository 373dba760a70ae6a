package org.insignia.server.api.tokens;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.secrets.SecretToken;
import org.jspecify.annotations.Nullable;

/** Port: access tokens that clients of organisations were given for their secret. */
public interface ClientTokens {
  /** Before the secret of an access token. */
  String PREFIX = "insignia_at_";

  /** For whom the token speaks, if it is one that has not ended; notes that it was used. */
  Optional<Spoken> find(SecretToken token);

  /**
   * What it opens.
   *
   * @param maker who made the client, or gave it its secret; null when their account is gone
   */
  record Spoken(
      UUID client, OrganisationId organisation, @Nullable PersonId maker, Set<Scope> scopes) {
    public Spoken {
      scopes = Set.copyOf(scopes);
    }
  }
}
