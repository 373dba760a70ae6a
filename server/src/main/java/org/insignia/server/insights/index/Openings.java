package org.insignia.server.insights.index;

import java.time.LocalDate;

/**
 * How many postings appeared in a week.
 *
 * @param week its Monday
 */
public record Openings(LocalDate week, long count) {}
