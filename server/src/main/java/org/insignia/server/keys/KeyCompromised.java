package org.insignia.server.keys;

import org.insignia.server.organisations.OrganisationId;

/**
 * Somebody else may have had a signing key of this organisation: what it signed for good has to be
 * signed anew by the one in use. Published in that transaction.
 */
public record KeyCompromised(OrganisationId organisation) {}
