package org.insignia.server.accounts.passkey;

/**
 * What a passkey showed of itself when it was made.
 *
 * @param attested the attested credential data: kind of authenticator, credential id, public key
 * @param signCount how often it says it signed; 0 where it does not count
 */
record PublicPart(
    Octets credentialId,
    Octets attested,
    long signCount,
    boolean backupEligible,
    boolean backedUp) {}
