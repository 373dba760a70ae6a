/**
 * What an organisation says of itself, and how it looks. Start at {@link
 * org.insignia.server.organisations.settings.SettingsPages}.
 */
@NullMarked
package org.insignia.server.organisations.settings;

import org.jspecify.annotations.NullMarked;
