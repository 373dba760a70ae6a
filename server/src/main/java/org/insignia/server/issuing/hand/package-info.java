/**
 * Badges that staff give themselves: what is wanted, whether somebody has it already, and the
 * giving of many at once. Start at {@link org.insignia.server.issuing.hand.Giving}.
 */
@NullMarked
package org.insignia.server.issuing.hand;

import org.jspecify.annotations.NullMarked;
