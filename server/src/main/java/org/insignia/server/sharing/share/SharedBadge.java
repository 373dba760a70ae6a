package org.insignia.server.sharing.share;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What other sites are told of a badge.
 *
 * @param name of the badge, in the sharer's language
 * @param url the public page, for ever the same
 * @param certId as it stands in the credential
 * @param linkedInId the issuer's number at LinkedIn; null where it gave none
 */
public record SharedBadge(
    String name,
    String issuer,
    URI url,
    String certId,
    Instant earned,
    @Nullable Instant until,
    @Nullable Long linkedInId) {
  public SharedBadge {
    name = PlainWords.line(name);
    issuer = PlainWords.line(issuer);
  }
}
