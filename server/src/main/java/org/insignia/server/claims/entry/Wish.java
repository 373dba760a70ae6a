package org.insignia.server.claims.entry;

import java.util.UUID;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a link.
 *
 * @param credential the badge they had in front of them; null: none
 * @param visibility how they want to show it; null without a badge
 */
record Wish(
    UUID id,
    EmailAddress address,
    Language language,
    @Nullable CredentialId credential,
    @Nullable Visibility visibility) {}
