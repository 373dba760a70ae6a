/**
 * How much a caller, and a network, may ask for in a while, counted the same on all nodes. Start at
 * {@link org.insignia.server.api.limits.Limits}.
 */
@NullMarked
package org.insignia.server.api.limits;

import org.jspecify.annotations.NullMarked;
