/**
 * Keys: pairs that sign, public keys that verify, their spellings (Multikey, JWK, did:key, did:jwk,
 * did:web) and the ports through which foreign ones are found. Start at {@link
 * org.insignia.openbadges.key.KeyPair} and {@link org.insignia.openbadges.key.KeyResolver}.
 */
package org.insignia.openbadges.key;
