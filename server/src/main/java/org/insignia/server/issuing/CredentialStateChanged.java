package org.insignia.server.issuing;

/** A credential was revoked, suspended, reinstated or replaced; published in that transaction. */
public record CredentialStateChanged(CredentialId credential, Credential.State state) {}
