/**
 * What earners see of the labour market: insights from a badge, search, postings. Start at {@link
 * org.insignia.server.insights.web.InsightPages}.
 */
@NullMarked
package org.insignia.server.insights.web;

import org.jspecify.annotations.NullMarked;
