package org.insignia.server.api.credly.objects;

import java.time.Instant;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.claims.Claim;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.organisations.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a badge, from every feature that knows something.
 *
 * @param changedAt when it was issued or its state changed last
 * @param claim null until its earner was told of it
 * @param owner who accepted it; null while nobody has
 * @param number how the organisation numbers its earner; empty where it says nothing
 */
public record KnownBadge(
    Organisation organisation,
    Credential credential,
    Instant changedAt,
    @Nullable Claim claim,
    @Nullable Profile owner,
    Achievement achievement,
    TemplateWords templateWords,
    Details details,
    Said said,
    String number) {

  /** Whether everybody may see it. */
  public boolean isPublic() {
    return claim != null && claim.isPublic();
  }
}
