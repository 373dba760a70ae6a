/**
 * Pages for staff: results files, their reports, and records that may be one person. Start at
 * {@link org.insignia.server.results.web.ResultsPage}.
 */
@NullMarked
package org.insignia.server.results.web;

import org.jspecify.annotations.NullMarked;
