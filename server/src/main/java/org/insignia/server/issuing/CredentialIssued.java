package org.insignia.server.issuing;

import org.insignia.server.organisations.OrganisationId;

/** A credential is signed and stored; published in the transaction that stores it. */
public record CredentialIssued(CredentialId credential, OrganisationId organisation) {}
