package org.insignia.server.organisations.staff;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to work for an organisation.
 *
 * @param invitedBy null where that account is gone
 * @param language of the letter, where the address belongs to no account
 */
public record Invitation(
    UUID id,
    OrganisationId organisation,
    EmailAddress address,
    Role role,
    @Nullable PersonId invitedBy,
    Language language,
    Instant endsAt) {}
