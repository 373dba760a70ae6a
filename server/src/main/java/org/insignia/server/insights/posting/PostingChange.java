package org.insignia.server.insights.posting;

import org.jspecify.annotations.Nullable;

/**
 * A posting that is new or no longer as it was.
 *
 * @param posting as it is now; null where it is gone altogether
 */
public record PostingChange(PostingId id, @Nullable KnownPosting posting) {}
