/**
 * The earner taking possession: invited by mail, shown the badge, accepting, rejecting or ignoring
 * it. Start at {@link org.insignia.server.claims.Claims}.
 */
@NullMarked
package org.insignia.server.claims;

import org.jspecify.annotations.NullMarked;
