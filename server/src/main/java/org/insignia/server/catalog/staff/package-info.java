/**
 * Pages on which an organisation's staff make what can be earned, without files. Start at {@link
 * org.insignia.server.catalog.staff.AchievementEditPages}.
 */
@NullMarked
package org.insignia.server.catalog.staff;

import org.jspecify.annotations.NullMarked;
