/**
 * Badges in the forms of Open Badges, at the addresses of this tree: for everybody, without a
 * token. Start at {@link org.insignia.server.api.credly.openbadges.ObiApi}.
 */
@NullMarked
package org.insignia.server.api.credly.openbadges;

import org.jspecify.annotations.NullMarked;
