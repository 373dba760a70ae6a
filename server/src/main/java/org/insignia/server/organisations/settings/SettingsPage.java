package org.insignia.server.organisations.settings;

import org.insignia.server.accounts.door.Problems;

/**
 * What an organisation says of itself.
 *
 * @param organisation its name as it is
 * @param logo path of the logo as it is; empty where there is none
 * @param accentSheet stylesheet of the accent that is shown, that of the form
 * @param shown the accent as it is shown on light pages, made dark enough to be read
 * @param softened whether that differs from the one that was chosen
 * @param trial whether the page shows what is not saved
 * @param mayChange whether the viewer may save
 */
public record SettingsPage(
    String slug,
    String organisation,
    SettingsWish wish,
    String logo,
    String accentSheet,
    String shown,
    boolean softened,
    boolean trial,
    boolean saved,
    boolean mayChange,
    Problems problems) {}
