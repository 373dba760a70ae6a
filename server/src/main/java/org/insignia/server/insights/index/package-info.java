/**
 * Finds open postings and counts them: who hires, where, for what pay. Start at {@link
 * org.insignia.server.insights.index.JobSearch}; engines implement {@link
 * org.insignia.server.insights.index.JobIndex}.
 */
@NullMarked
package org.insignia.server.insights.index;

import org.jspecify.annotations.NullMarked;
