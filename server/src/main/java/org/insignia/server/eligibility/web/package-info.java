/**
 * Pages that tell staff why somebody has a badge, or has not. Start at {@link
 * org.insignia.server.eligibility.web.ExplainPages}.
 */
@NullMarked
package org.insignia.server.eligibility.web;

import org.jspecify.annotations.NullMarked;
