package org.insignia.server.support.missing;

import java.util.List;
import java.util.Set;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.CandidateView;

/**
 * Somebody whom staff look for.
 *
 * @param key by which exactly this one is found again: a dossier's id or a mailbox
 * @param name as the provider or the badge has it
 * @param records candidate records that are taken as one person; none for who was issued a badge
 *     without results
 */
record Sought(String key, String name, List<CandidateView> records, Set<EmailAddress> mailboxes) {
  Sought {
    records = List.copyOf(records);
    mailboxes = Set.copyOf(mailboxes);
  }
}
