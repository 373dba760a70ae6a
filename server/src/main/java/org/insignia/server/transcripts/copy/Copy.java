package org.insignia.server.transcripts.copy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A copy for one mailbox.
 *
 * @param items keys of the chosen items; null for all that are in force when it is sent
 */
public record Copy(
    UUID id,
    PersonId person,
    EmailAddress to,
    Language language,
    boolean withAddress,
    @Nullable List<String> items,
    Instant askedAt) {
  public Copy {
    items = items == null ? null : List.copyOf(items);
  }
}
