package org.insignia.server.accounts;

/** A person has an account from now on; published first inside the transaction that makes it. */
public record PersonMade(PersonId person) {}
