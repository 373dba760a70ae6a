/**
 * What the labour market says of a badge, and of each of its skills. Start at {@link
 * org.insignia.server.insights.market.Outlooks}.
 */
@NullMarked
package org.insignia.server.insights.market;

import org.jspecify.annotations.NullMarked;
