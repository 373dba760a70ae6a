package org.insignia.server.support.requests;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written in a thread.
 *
 * @param author null for who has no account, or none any more
 */
record Message(
    UUID id, UUID request, boolean byStaff, @Nullable PersonId author, String words, Instant at) {}
