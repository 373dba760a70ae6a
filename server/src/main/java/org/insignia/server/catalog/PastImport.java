package org.insignia.server.catalog;

import java.time.Instant;
import java.util.UUID;

/** An import that was done, and what it said. */
public record PastImport(UUID id, Instant at, String actor, ImportReport report) {}
