/**
 * An earner's own badges, transcript and certificates, for programs that they allowed. Start at
 * {@link org.insignia.server.api.me.MyBadgesApi}.
 */
@NullMarked
package org.insignia.server.api.me;

import org.jspecify.annotations.NullMarked;
