package org.insignia.server.insights.feed;

import java.time.Duration;
import org.insignia.server.insights.format.FeedKind;

/**
 * What the operator says about a feed.
 *
 * @param address https; empty for one that files are handed in to
 * @param interval between two runs
 * @param employer for postings that name none; may be empty
 * @param country ISO 3166-1, for places that name none; may be empty
 * @param attribution shown wherever its postings are; may be empty
 * @param active whether it is fetched on schedule
 */
public record FeedSettings(
    String name,
    FeedKind kind,
    String address,
    Duration interval,
    String employer,
    String country,
    String attribution,
    boolean active) {}
