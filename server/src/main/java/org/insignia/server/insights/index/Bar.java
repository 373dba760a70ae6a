package org.insignia.server.insights.index;

/**
 * How many postings share something.
 *
 * @param key the employer's or title's key, a place as {@link
 *     org.insignia.server.insights.posting.Place#packed()}, or the id of a skill
 */
public record Bar(String key, long count) {}
