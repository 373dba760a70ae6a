package org.insignia.server.insights.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that postings came from.
 *
 * @param attribution the line it asks for; empty where it asks for none
 * @param confirmed when it was last read without trouble; null where it never was
 */
public record Source(String name, String attribution, @Nullable Instant confirmed) {}
