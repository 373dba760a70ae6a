/**
 * Writes seeded exam-result feeds with known answers, to the feed specification and by an
 * independent reading of the catalogue and the rules. Start at {@link
 * org.insignia.bench.feeds.FeedGenerator}.
 */
@NullMarked
package org.insignia.bench.feeds;

import org.jspecify.annotations.NullMarked;
