/**
 * The one guarded way to the outside world: no private networks, no surprises after a redirect,
 * limits on time and size. Start at {@link org.insignia.outbound.GuardedHttp}.
 */
@NullMarked
package org.insignia.outbound;

import org.jspecify.annotations.NullMarked;
