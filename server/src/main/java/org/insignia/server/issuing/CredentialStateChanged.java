package org.insignia.server.issuing;

import org.insignia.server.organisations.OrganisationId;

/**
 * A credential was revoked, suspended, reinstated or replaced; published in that transaction.
 *
 * @param quiet whether its earner is not to be written to about it
 */
public record CredentialStateChanged(
    CredentialId credential, OrganisationId organisation, Credential.State state, boolean quiet) {}
