package org.insignia.server.claims;

import org.insignia.server.issuing.CredentialId;
import org.insignia.server.organisations.OrganisationId;

/**
 * Whoever holds a badge showed or hid it; published in that transaction. To which of the two is not
 * told: who may know it asks.
 */
public record VisibilityChanged(CredentialId credential, OrganisationId organisation) {}
