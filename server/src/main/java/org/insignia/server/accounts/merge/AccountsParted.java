package org.insignia.server.accounts.merge;

import java.util.UUID;
import org.insignia.server.accounts.PersonId;

/** A merge is taken back; published inside the transaction that does it. */
public record AccountsParted(PersonId kept, PersonId gone, UUID merge) {}
