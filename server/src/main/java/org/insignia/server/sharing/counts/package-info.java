/**
 * How often badges are looked at and shared: counted by day, without cookies and without anything
 * of who did. Start at {@link org.insignia.server.sharing.counts.Reach}.
 */
@NullMarked
package org.insignia.server.sharing.counts;

import org.jspecify.annotations.NullMarked;
