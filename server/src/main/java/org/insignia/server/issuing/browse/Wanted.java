package org.insignia.server.issuing.browse;

import java.time.LocalDate;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which badges are looked for; what is null does not matter.
 *
 * @param to those issued to this mailbox
 * @param from issued on this day (UTC) or later
 * @param until issued on this day or before
 */
public record Wanted(
    @Nullable AchievementId achievement,
    @Nullable State state,
    @Nullable EmailAddress to,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {
  /** Everything. */
  public static final Wanted ALL = new Wanted(null, null, null, null, null);
}
