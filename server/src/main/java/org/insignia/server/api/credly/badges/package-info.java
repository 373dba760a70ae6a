/**
 * Issues, lists, replaces and revokes badges for programs of this tree. Start at {@link
 * org.insignia.server.api.credly.badges.CredlyBadgesApi}.
 */
@NullMarked
package org.insignia.server.api.credly.badges;

import org.jspecify.annotations.NullMarked;
