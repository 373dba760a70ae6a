/**
 * The sources of job postings: set up by the operator, fetched on schedule, read whole before
 * anything of them is used. Start at {@link org.insignia.server.insights.feed.FeedRuns}.
 */
@NullMarked
package org.insignia.server.insights.feed;

import org.jspecify.annotations.NullMarked;
