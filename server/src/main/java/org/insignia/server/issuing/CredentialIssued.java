package org.insignia.server.issuing;

/** A credential is signed and stored; published in the transaction that stores it. */
public record CredentialIssued(CredentialId credential) {}
