package org.insignia.server.accounts.profile;

import org.insignia.server.accounts.PersonId;

/**
 * Something about a profile is new: its words, its picture, its address or who may see it.
 * Published inside the transaction that writes it.
 */
public record ProfileChanged(PersonId person) {}
