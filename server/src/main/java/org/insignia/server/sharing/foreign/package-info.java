/**
 * Badges that were issued elsewhere, kept by their holders. Start at {@link
 * org.insignia.server.sharing.foreign.ForeignBadges}.
 */
@NullMarked
package org.insignia.server.sharing.foreign;

import org.jspecify.annotations.NullMarked;
