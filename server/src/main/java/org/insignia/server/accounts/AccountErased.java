package org.insignia.server.accounts;

/**
 * An account is about to be erased; published inside the transaction that does it, while the
 * person's row still stands. Afterwards nothing may refer to it.
 */
public record AccountErased(PersonId person) {}
