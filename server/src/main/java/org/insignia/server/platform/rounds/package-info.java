/**
 * What is asked for at the same moment and costs little more for many than for one. Start at {@link
 * org.insignia.server.platform.rounds.Rounds}.
 */
@NullMarked
package org.insignia.server.platform.rounds;

import org.jspecify.annotations.NullMarked;
