package org.insignia.server.accounts;

import java.util.UUID;

/**
 * Two accounts of one person became one; published inside the transaction that does it. Whoever
 * keeps something for people gives what was {@code gone}'s to {@code kept}, and notes it in {@link
 * org.insignia.server.accounts.merge.MergeJournal} under {@code merge}, so that {@link
 * org.insignia.server.accounts.merge.AccountsParted} can give it back.
 */
public record AccountsMerged(PersonId kept, PersonId gone, UUID merge) {}
