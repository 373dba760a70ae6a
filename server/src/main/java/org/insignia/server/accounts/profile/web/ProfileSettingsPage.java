package org.insignia.server.accounts.profile.web;

import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.platform.i18n.Language;

/**
 * A person's own profile as a form.
 *
 * @param links as typed, one a line
 * @param kept what is stored: picture and privacy, which have forms of their own
 * @param photo {@code data:} address of the picture, empty if there is none
 * @param saved text key of what was just done; empty if nothing
 */
public record ProfileSettingsPage(
    String name,
    String vanity,
    Language language,
    String headline,
    String links,
    Profile kept,
    String photo,
    String saved,
    Problems problems) {}
