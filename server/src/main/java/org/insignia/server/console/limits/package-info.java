/**
 * The page on which staff sees what the organisation may have at most, and how much of it it has.
 * Start at {@link org.insignia.server.console.limits.LimitsPages}.
 */
@NullMarked
package org.insignia.server.console.limits;

import org.jspecify.annotations.NullMarked;
