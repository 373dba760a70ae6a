/**
 * What the values of an item mean: places, pay, dates, and what is wrong with them. Start at {@link
 * org.insignia.server.insights.reading.DraftCheck}.
 */
@NullMarked
package org.insignia.server.insights.reading;

import org.jspecify.annotations.NullMarked;
