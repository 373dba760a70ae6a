/**
 * What everybody may see: badges, profiles, organisations. Start at {@link
 * org.insignia.server.sharing.PublicBadges}.
 */
@NullMarked
package org.insignia.server.sharing;

import org.jspecify.annotations.NullMarked;
