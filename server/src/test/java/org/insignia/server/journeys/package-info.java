/**
 * Whole stories, told by a real browser against the whole server. Start at {@link
 * org.insignia.server.journeys.Visitor}.
 */
@NullMarked
package org.insignia.server.journeys;

import org.jspecify.annotations.NullMarked;
