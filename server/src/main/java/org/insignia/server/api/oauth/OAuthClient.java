package org.insignia.server.api.oauth;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets access tokens.
 *
 * @param id what it calls itself by, its {@code client_id}
 * @param organisation for which it speaks; null: it registered itself and speaks for people
 * @param isPublic whether it runs where no secret can be kept
 * @param scopes words, of {@link Scope} where it speaks for an organisation
 * @param maker who made it or gave it its present secret; null for one that registered itself, and
 *     when their account is gone
 * @param usedAt when it was last used, to the minute; null if never
 */
public record OAuthClient(
    UUID id,
    @Nullable OrganisationId organisation,
    String name,
    boolean isPublic,
    Set<String> scopes,
    List<String> redirectUris,
    @Nullable PersonId maker,
    Instant madeAt,
    @Nullable Instant usedAt) {
  public OAuthClient {
    scopes = Set.copyOf(scopes);
    redirectUris = List.copyOf(redirectUris);
  }

  /** Whether it registered this address for browsers to be sent back to. */
  public boolean leadsTo(String asked) {
    return redirectUris.stream().anyMatch(r -> RedirectAddress.matches(r, asked, isPublic));
  }

  /** Those of an organisation; a word that this version does not know opens nothing. */
  public Set<Scope> ofOrganisation() {
    var known = EnumSet.noneOf(Scope.class);
    scopes.forEach(word -> Scope.of(word).ifPresent(known::add));
    return known;
  }
}
