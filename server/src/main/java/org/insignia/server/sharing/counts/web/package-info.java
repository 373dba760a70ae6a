/** Counts for staff. Start at {@link org.insignia.server.sharing.counts.web.ReachPages}. */
@NullMarked
package org.insignia.server.sharing.counts.web;

import org.jspecify.annotations.NullMarked;
