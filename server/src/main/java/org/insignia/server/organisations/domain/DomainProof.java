package org.insignia.server.organisations.domain;

import java.time.Instant;
import org.insignia.server.organisations.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of a domain, and what we found.
 *
 * @param token what has to stand there; no secret
 * @param provenAt null: not found yet
 * @param failingSince since when it was not found any more; null while it is
 */
public record DomainProof(
    OrganisationId organisation,
    String domain,
    String token,
    @Nullable Instant provenAt,
    @Nullable Way way,
    @Nullable Instant checkedAt,
    @Nullable Instant failingSince) {

  /** Where it was found. */
  public enum Way {
    DNS,
    FILE
  }

  /** The name whose TXT record is looked at. */
  public String record() {
    return "_insignia." + domain;
  }

  /** What stands in the record, or in a line of the file. */
  public String text() {
    return "insignia-verification=" + token;
  }

  /** When the mark is lost unless the proof comes back; null while it is there. */
  public @Nullable Instant losesAt() {
    return failingSince == null ? null : failingSince.plus(DomainProofs.GRACE);
  }

  /** The address of the file. */
  public String file() {
    return "https://" + domain + "/.well-known/insignia.txt";
  }
}
