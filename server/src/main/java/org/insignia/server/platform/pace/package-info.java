/**
 * Clients that send too slowly are cut off. Start at {@link
 * org.insignia.server.platform.pace.BodyClock}.
 */
@NullMarked
package org.insignia.server.platform.pace;

import org.jspecify.annotations.NullMarked;
