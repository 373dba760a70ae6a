package org.insignia.server.accounts.web;

import java.util.List;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.platform.i18n.Language;

/**
 * A person's own settings.
 *
 * @param saved text key of what was just done; empty if nothing
 */
public record AccountPage(
    String name,
    String vanity,
    Language language,
    List<Addresses.Mailbox> addresses,
    String newAddress,
    int sessions,
    String saved,
    Problems problems) {}
