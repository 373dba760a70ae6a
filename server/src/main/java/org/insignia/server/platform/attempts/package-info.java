/**
 * Counting tries, the same on all nodes. Start at {@link
 * org.insignia.server.platform.attempts.Attempts}.
 */
@NullMarked
package org.insignia.server.platform.attempts;

import org.jspecify.annotations.NullMarked;
