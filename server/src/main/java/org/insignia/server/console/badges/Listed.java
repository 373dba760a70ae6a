package org.insignia.server.console.badges;

import java.time.Instant;
import org.insignia.server.issuing.browse.Issued;
import org.jspecify.annotations.Nullable;

/**
 * A badge with what its earner made of it.
 *
 * @param decidedAt when it was accepted or rejected; null while it waits
 */
record Listed(Issued badge, BadgeState state, @Nullable Instant decidedAt) {}
