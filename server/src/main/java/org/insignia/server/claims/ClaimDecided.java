package org.insignia.server.claims;

import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;

/**
 * A badge was accepted or rejected, or waits again; published in that transaction.
 *
 * @param state what it is now
 */
public record ClaimDecided(
    CredentialId credential, OrganisationId organisation, Claim.State state) {}
