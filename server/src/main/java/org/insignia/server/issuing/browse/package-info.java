/**
 * The badges of an organisation as its staff look through them, a page at a time. Start at {@link
 * org.insignia.server.issuing.browse.BadgeList}.
 */
@NullMarked
package org.insignia.server.issuing.browse;

import org.jspecify.annotations.NullMarked;
