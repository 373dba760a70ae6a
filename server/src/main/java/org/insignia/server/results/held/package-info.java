/**
 * Results that wait for a decision: by their provider, or since they contradict themselves. Start
 * at {@link org.insignia.server.results.held.HeldResults}.
 */
@NullMarked
package org.insignia.server.results.held;

import org.jspecify.annotations.NullMarked;
