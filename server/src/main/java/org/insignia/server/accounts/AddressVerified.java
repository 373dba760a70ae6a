package org.insignia.server.accounts;

import org.insignia.server.platform.mail.EmailAddress;

/** A person proved that a mailbox is theirs; published inside the transaction that writes it. */
public record AddressVerified(PersonId person, EmailAddress address) {}
