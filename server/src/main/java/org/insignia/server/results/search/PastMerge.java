package org.insignia.server.results.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge that concerns a dossier.
 *
 * @param undoneAt null while it stands
 */
public record PastMerge(Instant mergedAt, @Nullable Instant undoneAt) {}
