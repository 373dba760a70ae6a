/**
 * Badges for programs: looked through, issued one by one and in batches, and what becomes of them.
 * Start at {@link org.insignia.server.api.badges.BadgesApi}.
 */
@NullMarked
package org.insignia.server.api.badges;

import org.jspecify.annotations.NullMarked;
