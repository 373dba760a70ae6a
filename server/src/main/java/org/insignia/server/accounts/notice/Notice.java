package org.insignia.server.accounts.notice;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.SafetyChanged.What;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;

/** What is told to one mailbox; whole in itself, because the account may be gone by then. */
record Notice(
    UUID id,
    String name,
    Language language,
    EmailAddress to,
    What what,
    String detail,
    Instant at) {}
