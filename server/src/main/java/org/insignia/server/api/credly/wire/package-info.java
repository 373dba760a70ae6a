/**
 * What all calls of this tree have in common: how requests are spelled, who asks, how answers look.
 * Start at {@link org.insignia.server.api.credly.wire.TokenDoor}.
 */
@NullMarked
package org.insignia.server.api.credly.wire;

import org.jspecify.annotations.NullMarked;
