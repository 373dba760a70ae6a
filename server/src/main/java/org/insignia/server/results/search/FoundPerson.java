package org.insignia.server.results.search;

import org.insignia.server.results.CandidateId;
import org.insignia.server.results.DossierId;

/**
 * A candidate record that was found; several can be one person's, who then have one dossier.
 *
 * @param number the provider's
 * @param address empty where the provider told none
 */
public record FoundPerson(
    CandidateId id,
    DossierId dossier,
    String provider,
    String number,
    String givenName,
    String familyName,
    String address) {

  /** The whole name as the provider has it. */
  public String name() {
    return org.insignia.server.results.Holder.wholeName(givenName, familyName);
  }
}
